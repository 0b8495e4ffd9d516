import { createHash } from 'node:crypto';
import { Entity, type EntityConfiguration } from 'electrodb';
import { fixedSortKey, model, partitionKey, prefixedKey, text } from '../../attributes';

/** Finds the contacts of an address without the address being an index. */
export function emailHashOf(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
}

/**
 * Who booked, to be erased without touching anything else: `BOOKING#id|CONTACT`.
 *
 * | question | by | cost |
 * |---|---|---|
 * | whom to write to about a booking | key | 0.5 read units |
 * | the bookings that were made under an address, guests' too | GSI3, stored value `EMAIL#hash` | 0.5 a 4 kB page of some 20 |
 */
export const bookingContactEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('bookingContact'),
      attributes: {
        bookingId: text,
        name: text,
        email: text,
        /** Follows from `email`. */
        emailHash: {
          type: 'string',
          hidden: true,
          watch: ['email'],
          set: (_: string | undefined, { email }: { email?: string }) => emailHashOf(email ?? ''),
        },
      },
      indexes: {
        primary: {
          pk: partitionKey('BOOKING#', 'bookingId'),
          sk: fixedSortKey('CONTACT'),
        },
        byEmail: { index: 'GSI3', pk: prefixedKey('customerId', 'EMAIL#', 'emailHash') },
      },
    },
    config,
  );
