import type { Context, ScheduledEvent } from 'aws-lambda';
import { once, startRuntime } from '../../shared/lambda';
import { createTelemetry } from '../../shared/observability';
import { stripeClient } from '../../shared/payments';
import { reconcile } from './reconcile';
import { balanceReader } from './stripe-moves';

const telemetry = createTelemetry('reconciler');
const DAY_MS = 86_400_000;

const start = once(async () => {
  const { env, table, stripeSecret } = startRuntime(telemetry);
  const { STRIPE_SECRET_KEY } = await stripeSecret();
  const balances = balanceReader(stripeClient(STRIPE_SECRET_KEY, env.STRIPE_API_ORIGIN));
  const { log, metrics } = telemetry;
  return { table, balances, log, metrics };
});

/** Runs every night for the day before; invoked with `{ "day": "2026-06-01" }`, for that day. */
export async function handler(
  event: ScheduledEvent | { day: string },
  context: Context,
): Promise<{ day: string; differenceCount: number }> {
  return telemetry.invocation(context, async () => {
    const now = new Date();
    const yesterday = new Date(now.getTime() - DAY_MS).toISOString().slice(0, 10);
    const day = 'day' in event ? event.day : yesterday;
    const { differenceCount } = await reconcile({ ...(await start()), now }, { day });
    return { day, differenceCount };
  });
}
