import type { ServiceItem } from '../../../services/shared/table';
import type { Action } from '../history/lines';
import type { Result } from './api';
import type { Arena } from './arena';
import type { World } from './world';

/** A slot that somebody holds, and what it takes to do something with it. */
export interface Held {
  arena: Arena;
  service: ServiceItem;
  bookingId: string;
  clientSecret: string;
  /** Of the guest or the signed-in customer. */
  token: string;
}

const LOOKS = 8;

/** What becomes of a confirmed booking. */
const CHANGES = {
  keep: 35,
  cancel: 18,
  providerCancel: 15,
  cancelFromBothSides: 10,
  reschedule: 22,
} as const;

/** What a provider answers to a request. */
const ANSWERS = { accept: 50, decline: 30, silence: 20 } as const;

/** Looks at a paid booking now and then, and once it has got somewhere, does something with it. */
export function seeItThrough(world: World, held: Held, looks = LOOKS): void {
  const delayMs = world.random.between(100, world.holdSeconds * 500);
  world.later(delayMs, async (client) => {
    const { answer } = await read(world, client, held);
    if (answer?.state === 'confirmed') return change(world, client, held);
    if (answer?.state === 'requested') return answerRequest(world, client, held);
    const mayStillMove = answer?.state === undefined || answer.state === 'held';
    if (mayStillMove && looks > 1) seeItThrough(world, held, looks - 1);
  });
}

async function change(world: World, client: number, held: Held): Promise<void> {
  switch (world.random.weighted(CHANGES)) {
    case 'keep':
      return;
    case 'cancel':
      await act(world, client, held, 'cancel');
      await read(world, client, held);
      return;
    case 'providerCancel':
      await act(world, client, held, 'provider-cancel');
      return;
    case 'cancelFromBothSides':
      await Promise.all(
        (['cancel', 'provider-cancel', 'cancel'] as const).map((action) =>
          act(world, client, held, action),
        ),
      );
      return;
    case 'reschedule': {
      const { outcome } = await act(world, client, held, 'reschedule');
      await read(world, client, held);
      if (outcome === 'ok') seeItThrough(world, held, 1);
    }
  }
}

async function answerRequest(world: World, client: number, held: Held): Promise<void> {
  const answer = world.random.weighted(ANSWERS);
  if (answer === 'silence') return;
  const { outcome } = await act(world, client, held, answer);
  if (answer === 'accept' && outcome === 'ok') seeItThrough(world, held, 1);
}

function act(
  world: World,
  client: number,
  { arena, bookingId, service, token }: Held,
  action: Exclude<Action, 'hold' | 'read' | 'pay'>,
): Promise<Result> {
  const isProvider = action !== 'cancel' && action !== 'reschedule';
  const name = action === 'provider-cancel' ? 'cancel' : action;
  const start = action === 'reschedule' ? world.random.oneOf(arena.starts) : undefined;
  return world.attempt(client, {
    attempt: world.nextAttempt(),
    action,
    serviceId: service.serviceId,
    bookingId,
    ...(start !== undefined && { start }),
    path: `/api/${isProvider ? 'provider' : 'booking'}/bookings/${bookingId}/${name}`,
    body: start === undefined ? {} : { start },
    token: isProvider ? world.cloud.identity.tokenOf(arena.ownerUserId) : token,
  });
}

function read(world: World, client: number, { bookingId, service, token }: Held): Promise<Result> {
  return world.ask(client, {
    attempt: world.nextAttempt(),
    action: 'read',
    serviceId: service.serviceId,
    bookingId,
    path: `/api/booking/bookings/${bookingId}`,
    token,
  });
}
