import type { LedgerEntry } from '@marketplace/services/provider/contract';
import { expect, it } from 'vitest';
import { effectMinor, ledgerCsv } from './ledger-csv';

const entry = (change: Partial<LedgerEntry>): LedgerEntry => ({
  bookingId: 'b1',
  type: 'transfer',
  amountMinor: 11_000,
  currency: 'EUR',
  stripeId: 'tr_1',
  at: '2026-06-01T09:00:00.000Z',
  ...change,
});

it('writes one line an entry, in decimals of the currency, ended by CRLF', () => {
  const csv = ledgerCsv([
    entry({}),
    entry({ type: 'application_fee', amountMinor: 2_000, stripeId: 'fee_1' }),
    entry({ currency: 'JPY', amountMinor: 5_000 }),
  ]);
  expect(csv).toBe(
    [
      'at,booking,type,amount,for_you,currency,stripe_id',
      '2026-06-01T09:00:00.000Z,b1,transfer,110.00,110.00,EUR,tr_1',
      '2026-06-01T09:00:00.000Z,b1,application_fee,20.00,-20.00,EUR,fee_1',
      '2026-06-01T09:00:00.000Z,b1,transfer,5000,5000,JPY,tr_1',
      '',
    ].join('\r\n'),
  );
});

it('quotes fields that would break the line', () => {
  expect(ledgerCsv([entry({ stripeId: 'a "b",\nc' })])).toContain('EUR,"a ""b"",\nc"\r\n');
});

it('money between others is nothing for the provider', () => {
  expect(effectMinor(entry({ type: 'charge' }))).toBe(0);
  expect(effectMinor(entry({ type: 'reversal' }))).toBe(-11_000);
  expect(effectMinor(entry({ type: 'provider_debt' }))).toBe(0);
});
