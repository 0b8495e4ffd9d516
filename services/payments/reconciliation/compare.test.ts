import { describe, expect, it } from 'vitest';
import { compare, type Move } from './compare';

const aMove = (changes: Partial<Move> = {}): Move => ({
  type: 'charge',
  stripeId: 'ch_1',
  amountMinor: 11_000,
  currency: 'EUR',
  account: 'platform',
  at: '2026-06-01T12:00:00.000Z',
  bookingId: 'b1',
  ...changes,
});
const isInDay = (at: string) => at.startsWith('2026-06-01');
const kinds = (ledger: Move[], stripe: Move[]) =>
  compare({ ledger, stripe, unknown: [] }, isInDay).map(({ kind }) => kind);

describe('comparing ledger and Stripe', () => {
  it('finds the counterpart on the other side of midnight', () => {
    const late = aMove({ at: '2026-06-01T23:59:59.999Z' });
    expect(kinds([late], [aMove({ at: '2026-06-02T00:00:00.000Z' })])).toEqual([]);
    expect(kinds([aMove({ at: '2026-06-02T00:00:00.000Z' })], [late])).toEqual([]);
  });

  it('leaves what belongs to another day to that day’s report', () => {
    expect(kinds([aMove({ at: '2026-05-31T23:00:00.000Z' })], [])).toEqual([]);
    expect(kinds([], [aMove({ at: '2026-06-02T00:00:00.000Z' })])).toEqual([]);
  });

  it('tells accounts apart, and knows that a debt moved nothing', () => {
    expect(kinds([aMove()], [aMove({ account: 'acct_1' })])).toEqual([
      'missing_at_stripe',
      'missing_in_ledger',
    ]);
    expect(kinds([aMove({ type: 'provider_debt' })], [])).toEqual([]);
  });

  it('reports movements that the ledger has no word for', () => {
    const { type: _, ...move } = aMove({ stripeId: 'txn_1' });
    const unknown = [{ ...move, stripeType: 'refund_failure' }];
    expect(compare({ ledger: [], stripe: [], unknown }, isInDay)).toMatchObject([
      { kind: 'unknown_to_ledger', type: 'refund_failure', stripeId: 'txn_1' },
    ]);
  });
});
