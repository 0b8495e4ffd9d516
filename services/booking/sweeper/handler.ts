import type { Context, ScheduledEvent } from 'aws-lambda';
import { once, startRuntime } from '../../shared/lambda';
import { createTelemetry } from '../../shared/observability';
import { stripeClient, stripePayments } from '../../shared/payments';
import { type Swept, sweep } from './sweep';

const telemetry = createTelemetry('sweeper');

const start = once(async () => {
  const { env, table, stripeSecret } = startRuntime(telemetry);
  const { STRIPE_SECRET_KEY } = await stripeSecret();
  const payments = stripePayments(stripeClient(STRIPE_SECRET_KEY, env.STRIPE_API_ORIGIN));
  const { log, metrics } = telemetry;
  const { AWS_REGION: region, HOME_REGION: homeRegion } = env;
  return { table, payments, region, homeRegion, log, metrics };
});

/** Runs every minute. */
export async function handler(_event: ScheduledEvent, context: Context): Promise<Swept> {
  return telemetry.invocation(context, async () => {
    const swept = await sweep({ ...(await start()), now: new Date() });
    if (swept.expired + swept.completed + swept.failed > 0)
      telemetry.log.info('Swept', { ...swept });
    return swept;
  });
}
