import { requestBooking } from '../../../services/booking/contract';
import {
  lambdaHandler,
  serviceApp,
  startRuntime,
  withContext,
} from '../../../services/shared/lambda';
import { createTelemetry } from '../../../services/shared/observability';
import { stripeClient, stripePayments } from '../../../services/shared/payments';
import { book, type ControlPorts } from './book';

const telemetry = createTelemetry('booking');

/** The control in the frame of the real service: the same contract, checks, logs and traces around another way to book. */
export const handler = lambdaHandler(async () => {
  const runtime = startRuntime(telemetry);
  const [guestTokens, secret] = await Promise.all([runtime.guestTokens(), runtime.stripeSecret()]);
  const stripe = stripeClient(secret.STRIPE_SECRET_KEY, runtime.env.STRIPE_API_ORIGIN);
  const settings = runtime.settings(guestTokens);
  const ports: ControlPorts = {
    table: runtime.table,
    payments: stripePayments(stripe),
    guestTokens,
  };
  const app = serviceApp<ControlPorts>(settings);
  app.use(requestBooking.path, withContext(settings, ports));
  return app.openapi(requestBooking, async (c) =>
    c.json(await book(c.var.ctx, c.req.valid('json')), 201),
  );
}, telemetry);
