import { Entity, type EntityConfiguration } from 'electrodb';
import { LEDGER_ENTRY_TYPES } from '../../../../domain/money';
import {
  attributeKey,
  integer,
  model,
  partitionKey,
  prefixedKey,
  sortKey,
  text,
} from '../../attributes';
import { ledgerShardOf } from '../../keys';

/** What every entry has, whatever it belongs to. */
const entryAttributes = {
  type: { type: LEDGER_ENTRY_TYPES, required: true },
  stripeId: text,
  /** The provider whose booking or account it is. */
  ownerId: text,
  /** Positive; the type says from whom to whom it went. A payout that came back is entered again, negative. */
  amountMinor: integer,
  currency: text,
  /** The Stripe account whose balance moved: `platform` or a connected account's id. */
  account: text,
  at: text,
  /** The day it happened on, in shards: `LEDGER#2026-06-01#07`. Follows from `at`. */
  status: {
    type: 'string',
    watch: ['at', 'stripeId'],
    set: (_: string | undefined, { at, stripeId }: { at?: string; stripeId?: string }) =>
      ledgerShardOf(at ?? '', stripeId ?? ''),
  },
} as const;

const byProvider = {
  index: 'GSI4',
  pk: prefixedKey('providerId', 'LEDGER#', 'ownerId'),
  sk: prefixedKey('startsAt', '', 'at'),
} as const;

const byDay = { index: 'GSI2', pk: attributeKey('status') } as const;

/**
 * One movement of a booking's money, written once and never changed: `BOOKING#id|LEDGER#type#stripeId`.
 * The key is what makes a replayed event write it once. No personal data.
 *
 * | question | by | cost |
 * |---|---|---|
 * | a booking's movements | key prefix | 0.5 read units |
 * | a provider's movements in a time range | GSI4, stored value `LEDGER#id` | 0.5 a 4 kB page of some 12 |
 * | everything that moved on a day | GSI2, `ledgerShards(day)` in parallel | 8 at least |
 */
export const ledgerEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('ledger'),
      attributes: { bookingId: text, ...entryAttributes },
      indexes: {
        primary: {
          pk: partitionKey('BOOKING#', 'bookingId'),
          sk: sortKey('LEDGER#', 'type', 'stripeId'),
        },
        byProvider,
        byDay,
      },
    },
    config,
  );

/**
 * A movement that belongs to no single booking, a payout to the provider's bank:
 * `PROVIDER#id|LEDGER#type#stripeId`. Asked for as the entries of bookings are.
 */
export const payoutEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('payout'),
      attributes: entryAttributes,
      indexes: {
        primary: {
          pk: partitionKey('PROVIDER#', 'ownerId'),
          sk: sortKey('LEDGER#', 'type', 'stripeId'),
        },
        byProvider,
        byDay,
      },
    },
    config,
  );
