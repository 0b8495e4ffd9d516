import { Entity, type EntityConfiguration } from 'electrodb';
import { fixedSortKey, model, partitionKey, text } from '../../attributes';

/**
 * Who booked, to be erased without touching anything else: `BOOKING#id|CONTACT`.
 *
 * | question | by | cost |
 * |---|---|---|
 * | whom to write to about a booking | key | 0.5 read units |
 */
export const bookingContactEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('bookingContact'),
      attributes: { bookingId: text, name: text, email: text },
      indexes: {
        primary: {
          pk: partitionKey('BOOKING#', 'bookingId'),
          sk: fixedSortKey('CONTACT'),
        },
      },
    },
    config,
  );
