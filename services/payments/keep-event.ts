import type Stripe from 'stripe';
import { type MarketTable, written } from '../shared/table';

const KEPT_DAYS = 30;
const SECONDS_PER_DAY = 86_400;
const MS_PER_SECOND = 1000;

/**
 * Puts an event into the inbox unless it is there; the booking-processor takes it from the stream.
 * Only what names the object is kept: its state is asked of Stripe when it is worked on.
 * @returns whether the event was new.
 */
export function keepEvent(
  { table, now }: { table: MarketTable; now: Date },
  event: Stripe.Event,
): Promise<boolean> {
  const object = event.data.object as { id?: string; object: string };
  return written(
    table.inbox
      .create({
        eventId: event.id,
        type: event.type,
        objectType: object.object,
        objectId: object.id ?? event.id,
        ...(event.account ? { account: event.account } : {}),
        createdAt: new Date(event.created * MS_PER_SECOND).toISOString(),
        receivedAt: now.toISOString(),
        expiresAtSeconds: Math.floor(now.getTime() / MS_PER_SECOND) + KEPT_DAYS * SECONDS_PER_DAY,
      })
      .go(),
  );
}
