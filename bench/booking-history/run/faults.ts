import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultRates, randomFaults } from '../../../infra/local/parts/dynamodb/faults/plan';
import type { Dice } from '../clients/random';
import type { World } from '../clients/world';

const RATES: FaultRates = {
  throttle: 0.01,
  conflict: 0.03,
  'lose-request': 0.004,
  'lose-answer': 0.01,
  'kill-before': 0.004,
  'kill-after': 0.006,
};

/** Stripe's steps that fail, are refused or lose their answer. */
const STRIPE_STEPS = [
  'POST /v1/payment_intents',
  'GET /v1/payment_intents',
  'POST /v1/refunds',
  'POST /v1/application_fees',
  'POST /v1/transfers',
] as const;
const STRIPE_TROUBLES = ['fail', 'lose-answer', 'rate-limit'] as const;
const DUPLICATE_PERCENT = 25;

export interface FaultOptions {
  seed: number;
  /** Stripe's events come up to so much late. */
  webhookDelayMs: number;
  /** About how often something other than a request goes wrong. */
  everyMs: number;
}

/** Lets everything go wrong until it is told to stop. */
export function startFaults(world: World, random: Dice, options: FaultOptions) {
  const { cloud, history } = world;
  const { seed, webhookDelayMs, everyMs } = options;
  const stopping = new AbortController();
  const note = (fault: string) => history.write({ kind: 'fault', atMs: Date.now(), fault });

  cloud.faults.goWrong(randomFaults(RATES, seed));
  cloud.stripe.controls.beUnkind({
    maxDelayMs: webhookDelayMs,
    duplicatePercent: DUPLICATE_PERCENT,
    seed,
  });
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await sleep(random.between(everyMs / 2, everyMs * 1.5), undefined, stopping).catch(() => {});
      if (!stopping.signal.aborted) note(await disturb(world, random));
    }
  })();

  return async function heal(): Promise<void> {
    stopping.abort();
    await running;
    cloud.faults.goWrong(undefined);
    cloud.stripe.controls.troubles.clear();
    cloud.stripe.controls.beUnkind({ maxDelayMs: 0, duplicatePercent: 0, seed });
    cloud.stripe.controls.release('shuffle', seed);
    note('healed');
  };
}

async function disturb({ cloud }: World, random: Dice): Promise<string> {
  const { controls } = cloud.stripe;
  switch (random.weighted({ stripe: 6, consumer: 2, webhooks: 2 })) {
    case 'stripe': {
      const [match, mode] = [random.oneOf(STRIPE_STEPS), random.oneOf(STRIPE_TROUBLES)];
      controls.troubles.clear();
      controls.troubles.add({ match, mode, times: random.between(1, 3), delayMs: 0 });
      return `stripe ${mode} ${match}`;
    }
    case 'consumer':
      await cloud.stream.crash();
      return 'stream consumer restarted';
    case 'webhooks':
      if (controls.webhooks().isHolding) {
        controls.release('shuffle', random.between(1, 1_000));
        return 'webhooks released, shuffled';
      }
      controls.hold();
      return 'webhooks held back';
  }
}
