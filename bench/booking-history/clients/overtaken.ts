import type { Arena } from './arena';
import { holdWish, readHeld } from './customer';
import { type Held, seeItThrough } from './follow-up';
import { pay } from './pay';
import type { Story, World } from './world';

/** So long after the end of a hold its slot is taken by somebody else. */
const GAP_MS = 5;

/**
 * A customer pays after the hold has run out and the slot was sold to another: the money must go back.
 * The rival comes at once, before the sweeper has seen the end of the hold and closed its payment.
 */
export function overtaken(world: World, arena: Arena, start: string): Story {
  return async (client) => {
    const slow = await hold(world, client, arena, start);
    if (!slow) return;
    const untilEndMs = Date.parse(slow.holdExpiresAt) - Date.now();
    world.later(untilEndMs + GAP_MS, async (later) => {
      const fast = await hold(world, later, arena, start);
      await pay(world, later, slow);
      if (!fast) return;
      await pay(world, later, fast);
      seeItThrough(world, fast);
    });
  };
}

async function hold(
  world: World,
  client: number,
  arena: Arena,
  start: string,
): Promise<(Held & { holdExpiresAt: string }) | undefined> {
  const [service] = arena.services;
  const wish = holdWish(world, service, { start, seats: 1, isGuest: true });
  const { outcome, body } = await world.attempt(client, wish);
  if (outcome !== 'ok') return undefined;
  return { arena, service, ...readHeld(body, wish), holdExpiresAt: String(body.holdExpiresAt) };
}
