import { lambdaHandler, startRuntime } from '../shared/lambda';
import { s3Client } from '../shared/objects';
import { createTelemetry } from '../shared/observability';
import { stripeClient, stripePayments } from '../shared/payments';
import { createApp } from './app';
import { stripeAccounts } from './onboarding/accounts';
import { s3Uploads } from './uploads/uploads';

const telemetry = createTelemetry('provider');

export const handler = lambdaHandler(async () => {
  const { env, table, settings, stripeSecret } = startRuntime(telemetry);
  const { STRIPE_SECRET_KEY } = await stripeSecret();
  const stripe = stripeClient(STRIPE_SECRET_KEY, env.STRIPE_API_ORIGIN);
  const serviceSettings = settings();
  return createApp(serviceSettings, {
    table,
    payments: stripePayments(stripe),
    accounts: stripeAccounts(stripe),
    uploads: s3Uploads(env.S3_BUCKET_NAME, s3Client(env)),
    publicOrigin: serviceSettings.publicOrigin,
    region: env.AWS_REGION,
    homeRegion: env.HOME_REGION,
  });
}, telemetry);
