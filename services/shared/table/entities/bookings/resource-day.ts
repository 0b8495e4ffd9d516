import { Entity, type EntityConfiguration } from 'electrodb';
import {
  expiresAtSeconds,
  integer,
  model,
  optionalText,
  partitionKey,
  sortKey,
  text,
} from '../../attributes';

const CLAIM_STATUSES = ['confirmed', 'pending', 'hold'] as const;

/**
 * What is claimed of a resource on one UTC date: `RESOURCE#id|DAY#yyyy-mm-dd`.
 * A claim stands in every date its buffered footprint touches. Who writes must find the version that
 * was read, in the same transaction as the booking; so no two claims ever overlap unseen.
 *
 * | question | by | cost |
 * |---|---|---|
 * | claims between two dates | key range, strongly consistent | 1 read unit a 4 kB (some 18 claims) |
 * | claim, move or release | conditional put | 1 write unit a kB and date, 2 in its transaction |
 */
export const resourceDayEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('resourceDay'),
      attributes: {
        resourceId: text,
        /** UTC date, `YYYY-MM-DD` */
        date: text,
        version: integer,
        /** `Claim` of the slot engine. */
        claims: {
          type: 'list',
          required: true,
          items: {
            type: 'map',
            properties: {
              bookingId: text,
              serviceId: text,
              start: text,
              end: text,
              bufferBefore: integer,
              bufferAfter: integer,
              seats: integer,
              status: { type: CLAIM_STATUSES, required: true },
              expiresAt: optionalText,
            },
          },
        },
        expiresAtSeconds,
      },
      indexes: {
        primary: {
          pk: partitionKey('RESOURCE#', 'resourceId'),
          sk: sortKey('DAY#', 'date'),
        },
      },
    },
    config,
  );
