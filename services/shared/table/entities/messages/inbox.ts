import { Entity, type EntityConfiguration } from 'electrodb';
import {
  expiresAtSeconds,
  fixedSortKey,
  model,
  optionalText,
  partitionKey,
  text,
} from '../../attributes';

/**
 * A Stripe event that arrived, kept once by its id: `INBOX#id|EVENT`. The booking-processor reads it
 * from the stream and asks Stripe for the object's state, so neither order nor repetition matters.
 *
 * | question | by | cost |
 * |---|---|---|
 * | keep an event unless it is known | conditional put | 1 write unit |
 */
export const inboxEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('inbox'),
      attributes: {
        eventId: text,
        type: text,
        /** `payment_intent`, `account`, … and the object's id. */
        objectType: text,
        objectId: text,
        /** The connected account an event of the Connect endpoint belongs to. */
        account: optionalText,
        createdAt: text,
        receivedAt: text,
        expiresAtSeconds,
      },
      indexes: {
        primary: {
          pk: partitionKey('INBOX#', 'eventId'),
          sk: fixedSortKey('EVENT'),
        },
      },
    },
    config,
  );
