import { openCache } from '../../shared/cache';
import { lambdaHandler, serviceApp, startRuntime } from '../../shared/lambda';
import { createTelemetry } from '../../shared/observability';
import { serveSlots } from './serve-slots';

const telemetry = createTelemetry('slots');

/** Free times alone: asked for more than all else, with no right to write and no key of Stripe's. */
export const handler = lambdaHandler(async () => {
  const runtime = startRuntime(telemetry);
  const app = serviceApp(telemetry);
  serveSlots(app, { table: runtime.table, cache: openCache(runtime), now: () => new Date() });
  return app;
}, telemetry);
