import { Entity, type EntityConfiguration } from 'electrodb';
import { integer, model, optionalText, partitionKey, sortKey, text } from '../../attributes';

/**
 * A booking's PaymentIntent as it was opened: `BOOKING#id|PAYMENT#id`.
 *
 * | question | by | cost |
 * |---|---|---|
 * | the payments of a booking | key prefix, strongly consistent | 1 read unit |
 * | keep it | put | 1 write unit |
 */
export const paymentEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('payment'),
      attributes: {
        bookingId: text,
        paymentIntentId: text,
        clientSecret: text,
        /** Stripe's status of the PaymentIntent. */
        stripeStatus: text,
        amountMinor: integer,
        currency: text,
        chargeId: optionalText,
        createdAt: text,
      },
      indexes: {
        primary: {
          pk: partitionKey('BOOKING#', 'bookingId'),
          sk: sortKey('PAYMENT#', 'paymentIntentId'),
        },
      },
    },
    config,
  );
