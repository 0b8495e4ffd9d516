import { describe, expect, it } from 'vitest';
import type { HistoryLine } from '../history/lines';
import { checkHistory } from './check';
import {
  aBooking,
  aCall,
  aChange,
  aConfirmedBooking,
  aPayment,
  aService,
  CHARGED,
  type Moved,
  second,
} from './testing';

const kindsOf = (...lines: HistoryLine[]) => [
  ...new Set(checkHistory([aService(), aCall('a1', [1, 2]), ...lines]).map(({ kind }) => kind)),
];
const WHOLE: Moved = { ...CHARGED, refund: 11_000, fee_refund: 2_000, reversal: 11_000 };
const paidAt = new Date(second(5)).toISOString();
const cancelled = aBooking('a1', { state: 'cancelled', paidAt });
const cancel = aChange('a2', 'a1', 'cancel', [8, 9]);

describe('the checker, of money', () => {
  it('wants one charge a booking, of the price', () => {
    const [payment] = aPayment('a1', CHARGED) as [HistoryLine];
    const again = { ...payment, intentId: 'pi-again' } as HistoryLine;
    const confirmed = aConfirmedBooking('a1');
    expect(kindsOf(...confirmed, ...aPayment('a1', CHARGED))).toEqual([]);
    expect(kindsOf(...confirmed, ...aPayment('a1', CHARGED), again)).toContain('charged-twice');
    const dear = { ...CHARGED, charge: 12_000, transfer: 12_000, application_fee: 3_000 };
    expect(kindsOf(...confirmed, ...aPayment('a1', dear))).toContain('charged-twice');
  });

  it('wants a booking for every charge, or the money back', () => {
    expect(kindsOf(aBooking('a1'), ...aPayment('a9', CHARGED))).toContain(
      'charged-without-booking',
    );
    const released = aBooking('a1', { paidAt });
    expect(kindsOf(released, ...aPayment('a1', CHARGED))).toEqual(['charged-without-booking']);
    expect(kindsOf(released, ...aPayment('a1', WHOLE))).toEqual([]);
  });

  it('wants refunds by the terms, by who cancelled, and by what was paid when', () => {
    expect(kindsOf(cancelled, cancel, ...aPayment('a1', WHOLE))).toEqual([]);
    expect(kindsOf(cancelled, cancel, ...aPayment('a1', CHARGED))).toEqual(['refund-wrong']);
    const confirmed = aConfirmedBooking('a1');
    expect(kindsOf(...confirmed, ...aPayment('a1', WHOLE))).toContain('refund-wrong');

    const strict = aService({ policy: 'strict' });
    const soon = '2026-06-03T10:00:00.000Z';
    const lines = (action: 'cancel' | 'provider-cancel', moved: Moved) => [
      strict,
      aCall('a1', [1, 2], { start: soon }),
      aChange('a2', 'a1', action, [8, 9]),
      aBooking('a1', { state: 'cancelled', paidAt, start: soon }),
      ...aPayment('a1', moved),
    ];
    expect(checkHistory(lines('cancel', CHARGED))).toEqual([]);
    expect(checkHistory(lines('provider-cancel', WHOLE))).toEqual([]);
    expect(checkHistory(lines('cancel', WHOLE))).toHaveLength(1);
  });

  it('wants both sides to bear their share: no fee is left behind', () => {
    const { fee_refund: _, ...left } = WHOLE;
    expect(kindsOf(cancelled, cancel, ...aPayment('a1', left))).toEqual(['split-wrong']);
  });

  it('wants the ledger to say what moved, once', () => {
    const [payment, ...entries] = aPayment('a1', CHARGED) as [HistoryLine, ...HistoryLine[]];
    const confirmed = aConfirmedBooking('a1');
    expect(kindsOf(...confirmed, payment, ...entries.slice(1))).toEqual(['ledger-differs']);
    expect(kindsOf(...confirmed, payment, ...entries, ...entries)).toEqual(['ledger-differs']);
  });

  it('wants the ledger to add up to the balances, to the cent', () => {
    const balance = (netMinor: number): HistoryLine => ({
      ...{ kind: 'balance', account: 'acct_1', currency: 'EUR' },
      netMinor,
    });
    const lines = [...aConfirmedBooking('a1'), ...aPayment('a1', CHARGED)];
    expect(kindsOf(...lines, balance(9_000))).toEqual([]);
    expect(kindsOf(...lines, balance(8_999))).toEqual(['balance-differs']);
  });

  it('wants nothing left half-way', () => {
    const owing = aBooking('a1', { state: 'cancelled', paidAt, refundDueMinor: 11_000 });
    expect(kindsOf(owing, cancel, ...aPayment('a1', WHOLE))).toEqual(['unfinished']);
    const expiresAt = new Date(second(1)).toISOString();
    expect(kindsOf(aBooking('a1', { state: 'held', expiresAt }))).toContain('unfinished');
    expect(kindsOf(aBooking('a1'), ...aPayment('a1', WHOLE))).toContain('unfinished');
  });
});
