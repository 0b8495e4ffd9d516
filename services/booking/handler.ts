import { lambdaHandler, startRuntime } from '../shared/lambda';
import { createTelemetry } from '../shared/observability';
import { stripeClient, stripePayments } from '../shared/payments';
import { createApp } from './app';
import { cognitoContacts } from './contacts';

const telemetry = createTelemetry('booking');

export const handler = lambdaHandler(async () => {
  const runtime = startRuntime(telemetry);
  const { env, table } = runtime;
  const [guestTokens, secret] = await Promise.all([runtime.guestTokens(), runtime.stripeSecret()]);
  const stripe = stripeClient(secret.STRIPE_SECRET_KEY, env.STRIPE_API_ORIGIN);
  return createApp(runtime.settings(guestTokens), {
    table,
    payments: stripePayments(stripe),
    region: env.AWS_REGION,
    homeRegion: env.HOME_REGION,
    guestTokens,
    contacts: cognitoContacts(env),
  });
}, telemetry);
