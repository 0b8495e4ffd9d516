import { lambdaHandler, startRuntime } from '../shared/lambda';
import { createTelemetry } from '../shared/observability';
import { createApp } from './app';

const telemetry = createTelemetry('payments');

export const handler = lambdaHandler(async () => {
  const runtime = startRuntime(telemetry);
  const secret = await runtime.stripeSecret();
  const secrets = {
    platform: secret.STRIPE_WEBHOOK_SECRET,
    connect: secret.STRIPE_CONNECT_WEBHOOK_SECRET,
  };
  return createApp(runtime.settings(), { table: runtime.table, secrets });
}, telemetry);
