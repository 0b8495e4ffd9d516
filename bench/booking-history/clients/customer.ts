import type { ServiceItem } from '../../../services/shared/table';
import type { Wish } from './api';
import type { Arena } from './arena';
import { type Held, seeItThrough } from './follow-up';
import { pay } from './pay';
import type { Story, World } from './world';

const SIGNED_IN_PERCENT = 40;

/** What somebody does who got the slot. */
const FATES = {
  payNow: 45,
  payTwice: 5,
  payLate: 12,
  payWhileCancelling: 8,
  cancel: 10,
  abandon: 20,
} as const;

/** A customer wants a time of the arena, and does something with it. */
export function customer(world: World, arena: Arena): Story {
  const { random } = world;
  const service = random.oneOf(arena.services);
  const start = random.oneOf(arena.starts);
  const seats = service.capacity > 1 ? random.between(1, 3) : 1;
  const isGuest = random.between(1, 100) > SIGNED_IN_PERCENT;
  const fate = random.weighted(FATES);
  const wish = holdWish(world, service, { start, seats, isGuest });
  return async (client) => {
    const { outcome, body } = await world.attempt(client, wish);
    if (outcome !== 'ok') return;
    await fulfil(world, client, { arena, service, ...readHeld(body, wish) }, fate);
  };
}

/** What somebody who wants this time asks for. */
export function holdWish(
  { cloud, nextAttempt }: World,
  { serviceId }: ServiceItem,
  { start, seats, isGuest }: { start: string; seats: number; isGuest: boolean },
): Wish {
  const attempt = nextAttempt();
  const who = { name: `Customer ${attempt}`, email: `${attempt}@history.test` };
  return {
    ...{ attempt, serviceId, start, seats, isGuest },
    action: 'hold',
    path: '/api/booking/bookings',
    body: { serviceId, start, seats, customer: who },
    ...(!isGuest && { token: cloud.identity.tokenOf(`usr-${attempt}`) }),
  };
}

/** What the answer to a hold says about it. */
export function readHeld(body: Record<string, unknown>, { token }: Wish) {
  return {
    bookingId: String(body.bookingId),
    clientSecret: String(body.clientSecret),
    token: token ?? String(body.accessToken),
  };
}

async function fulfil(
  world: World,
  client: number,
  held: Held,
  fate: keyof typeof FATES,
): Promise<void> {
  const lateMs = world.holdSeconds * 1000 + 200;
  switch (fate) {
    case 'payNow':
      await pay(world, client, held);
      return seeItThrough(world, held);
    case 'payTwice':
      await Promise.all([pay(world, client, held), pay(world, client, held)]);
      return seeItThrough(world, held);
    case 'payLate':
      return world.later(lateMs, async (later) => {
        await pay(world, later, held);
        seeItThrough(world, held);
      });
    case 'payWhileCancelling':
      await Promise.all([pay(world, client, held), cancelHeld(world, client, held)]);
      return;
    case 'cancel':
      await cancelHeld(world, client, held);
      return;
    case 'abandon':
      return;
  }
}

async function cancelHeld(world: World, client: number, held: Held): Promise<void> {
  const { bookingId, service, token } = held;
  await world.attempt(client, {
    attempt: world.nextAttempt(),
    action: 'cancel',
    serviceId: service.serviceId,
    bookingId,
    path: `/api/booking/bookings/${bookingId}/cancel`,
    body: {},
    token,
  });
}
