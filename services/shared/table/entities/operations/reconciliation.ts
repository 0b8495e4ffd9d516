import { Entity, type EntityConfiguration } from 'electrodb';
import { fixedSortKey, integer, model, optionalText, partitionKey, text } from '../../attributes';

const DIFFERENCE_KINDS = [
  'missing_in_ledger',
  'missing_at_stripe',
  'amount_differs',
  'currency_differs',
  'unknown_to_ledger',
] as const;

const sum = { type: 'map', properties: { amountMinor: integer, currency: text } } as const;

/**
 * What the comparison of a UTC day's ledger with Stripe found: `RECONCILIATION#2026-06-01|REPORT`.
 *
 * | question | by | cost |
 * |---|---|---|
 * | the reports of known days | keys | 0.5 read units a 4 kB |
 */
export const reconciliationEntity = (config: EntityConfiguration) =>
  new Entity(
    {
      model: model('reconciliation'),
      attributes: {
        day: text,
        ledgerCount: integer,
        stripeCount: integer,
        differenceCount: integer,
        /** The first of them, by time. */
        differences: {
          type: 'list',
          required: true,
          items: {
            type: 'map',
            properties: {
              kind: { type: DIFFERENCE_KINDS, required: true },
              type: text,
              stripeId: text,
              account: text,
              at: text,
              bookingId: optionalText,
              ledger: sum,
              stripe: sum,
            },
          },
        },
        finishedAt: text,
      },
      indexes: {
        primary: { pk: partitionKey('RECONCILIATION#', 'day'), sk: fixedSortKey('REPORT') },
      },
    },
    config,
  );
