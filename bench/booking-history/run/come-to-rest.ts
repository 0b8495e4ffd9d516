import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../../infra/local/until';
import { statusShards } from '../../../services/shared/table';
import { tellAll } from '../clients/crowd';
import type { World } from '../clients/world';

const LAST_TRIES = 8;
const SWEEP_EVERY_MS = 500;

/** Asks again for everything that has no definite answer yet, under the same keys. */
export async function askAgain(world: World, clients: number, lockSeconds: number): Promise<void> {
  for (let tries = 0; tries < LAST_TRIES && world.open.length > 0; tries++) {
    if (tries > 0) await sleep((lockSeconds * 1000) / (LAST_TRIES - 2));
    const wishes = world.open.splice(0);
    await tellAll(
      world,
      clients,
      wishes.map((wish) => async (client) => {
        const { outcome } = await world.ask(client, wish);
        if (outcome === 'unknown') world.open.push(wish);
      }),
    );
  }
}

/** Runs the sweeper as its schedule would, until it is told to stop. */
export function keepSweeping(world: World): () => Promise<void> {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await world.cloud.sweep().catch(() => undefined);
      await sleep(SWEEP_EVERY_MS, undefined, stopping).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/**
 * Waits until no hold is open, and Stripe's events and what follows from them are worked off. What was
 * given up while everything went wrong is replayed, as an operator does. What is still open after that
 * time, the checker finds.
 */
export async function comeToRest(world: World, restSeconds: number): Promise<void> {
  const { cloud, history } = world;
  const waitMs = restSeconds * 1000;
  await until(async () => (await isNothingWaiting(world)) || undefined, waitMs);
  for (let known = -1, replayed = 0; known !== eventsOf(world) || replayed > 0; ) {
    known = eventsOf(world);
    await until(() => isStripeQuiet(world) || undefined, waitMs);
    await cloud.stream.catchUp();
    replayed = (await cloud.replay()).done;
    if (replayed > 0) history.write({ kind: 'fault', atMs: Date.now(), fault: 'replayed' });
  }
}

async function isNothingWaiting({ cloud: { table } }: World): Promise<boolean> {
  const shards = ['held', 'requested'].flatMap((state) => statusShards('BOOKING', state));
  const counts = await Promise.all(
    shards.map(async (status) => (await table.booking.query.byStatus({ status }).go()).data.length),
  );
  return counts.every((count) => count === 0);
}

function isStripeQuiet({ cloud }: World): boolean {
  const { isHolding, held, waiting } = cloud.stripe.controls.webhooks();
  return !isHolding && held.length === 0 && waiting === 0;
}

function eventsOf({ cloud }: World): number {
  return cloud.stripe.controls.counts().event ?? 0;
}
