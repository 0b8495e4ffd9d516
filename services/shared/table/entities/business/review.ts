import { Entity, type EntityConfiguration } from 'electrodb';
import { integer, model, optionalText, partitionKey, sortKey, text } from '../../attributes';

/**
 * What a customer published about a completed booking, once: `PROVIDER#id|REVIEW#bookingId`.
 * Ids of bookings sort by time, so the newest reviews are read backwards.
 *
 * | question | by | cost |
 * |---|---|---|
 * | a provider's newest reviews | key prefix, descending | 0.5 read units a 4 kB page of some 10 |
 * | whether a booking was reviewed | key | 0.5 |
 */
export const reviewEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('review'),
      attributes: {
        bookingId: text,
        providerId: text,
        serviceId: text,
        serviceTitle: text,
        stars: integer,
        text,
        /** The name the customer publishes under. */
        authorName: text,
        reviewerId: optionalText,
        createdAt: text,
      },
      indexes: {
        primary: {
          pk: partitionKey('PROVIDER#', 'providerId'),
          sk: sortKey('REVIEW#', 'bookingId'),
        },
      },
    },
    config,
  );
