import { standing } from '@marketplace/services/domain/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentRow } from '../../source/rows';
import { paidOf } from './payment';

const aPayment = (changes: Partial<PaymentRow> = {}): PaymentRow => ({
  id: '00000000-0000-4000-8000-000000000001',
  status: 'succeeded',
  amount: '110.000',
  application_fee: '20.000',
  stripe_fee: '3.440',
  currency: 'eur',
  intent_id: 'pi_1',
  charge_id: 'ch_1',
  transfer_id: 'tr_1',
  fee_id: 'fee_1',
  balance_id: 'txn_1',
  refunds: null,
  paid_at: '2026-06-01 10:00:00+00',
  ...changes,
});

const refund = (id: string, amount_cents: number) => ({
  ...{ id, amount_cents, created_at: '2026-06-02T10:00:00Z' },
});

describe('a payment', () => {
  it('is entered as Stripe moved it', () => {
    const { movements } = paidOf(aPayment());
    expect(
      movements.map(({ type, stripeId, amountMinor }) => [type, stripeId, amountMinor]),
    ).toEqual([
      ['charge', 'ch_1', 11_000],
      ['transfer', 'tr_1', 11_000],
      ['application_fee', 'fee_1', 2000],
      ['stripe_fee', 'txn_1', 344],
    ]);
  });

  it('leaves everybody with their share, however it was refunded', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 6 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 11_000 }), (amounts, feeMinor) => {
        fc.pre(amounts.reduce((sum, amount) => sum + amount, 0) <= 11_000);
        const refunds = amounts.map((amount, index) => refund(`re_${index}`, amount));
        const application_fee = (feeMinor / 100).toFixed(2);
        const paid = paidOf(aPayment({ refunds, application_fee }));
        const { debtMinor, heldMinor, providerMinor, providerDueMinor } = standing(paid.movements);
        expect(heldMinor).toBe(11_000 - paid.refundedMinor);
        expect(providerMinor).toBe(providerDueMinor);
        expect(debtMinor).toBe(0);
      }),
    );
  });

  it.each<[string, Partial<PaymentRow>, string]>([
    ['a negative amount', { amount: '-1' }, 'NEGATIVE_MONEY'],
    ['half a cent', { amount: '1.005' }, 'AMOUNT_NOT_EXACT'],
    ['a fee above the amount', { application_fee: '111' }, 'MONEY_DOES_NOT_ADD_UP'],
    ['an unknown currency', { currency: 'XXX' }, 'UNKNOWN_CURRENCY'],
    ['no PaymentIntent', { intent_id: null }, 'NO_STRIPE_ID'],
    ['an infinite instant', { paid_at: 'infinity' }, 'BAD_TIMESTAMP'],
    ['more refunded than paid', { refunds: [refund('re_1', 11_001)] }, 'REFUND_EXCEEDS_CHARGE'],
    ['a refund twice', { refunds: [refund('re_1', 1), refund('re_1', 1)] }, 'BAD_REFUND'],
    ['refunds that are none', { refunds: 'all of it' }, 'BAD_REFUND'],
  ])('with %s stays behind', (_, changes, reason) => {
    expect(() => paidOf(aPayment(changes))).toThrow(expect.objectContaining({ reason }));
  });
});
