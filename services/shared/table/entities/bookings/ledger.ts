import { Entity, type EntityConfiguration } from 'electrodb';
import { LEDGER_ENTRY_TYPES } from '../../../../domain/money';
import { integer, model, partitionKey, prefixedKey, sortKey, text } from '../../attributes';

/**
 * One movement of money, written once and never changed: `BOOKING#id|LEDGER#type#stripeId`.
 * The key is what makes a replayed event write it once. No personal data.
 *
 * | question | by | cost |
 * |---|---|---|
 * | a booking's movements | key prefix | 0.5 read units |
 * | a provider's movements in a time range | GSI4, stored value `LEDGER#id` | 0.5 a 4 kB page of some 12 |
 */
export const ledgerEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('ledger'),
      attributes: {
        bookingId: text,
        type: { type: LEDGER_ENTRY_TYPES, required: true },
        stripeId: text,
        /** The provider whose booking it is. */
        ownerId: text,
        /** Positive; the type says from whom to whom it went. */
        amountMinor: integer,
        currency: text,
        /** The Stripe account whose balance moved: `platform` or a connected account's id. */
        account: text,
        at: text,
      },
      indexes: {
        primary: {
          pk: partitionKey('BOOKING#', 'bookingId'),
          sk: sortKey('LEDGER#', 'type', 'stripeId'),
        },
        byProvider: {
          index: 'GSI4',
          pk: prefixedKey('providerId', 'LEDGER#', 'ownerId'),
          sk: prefixedKey('startsAt', '', 'at'),
        },
      },
    },
    config,
  );
