import { isCurrency, refundShares } from '@marketplace/services/domain/money';
import { chargeMovements, type Movement } from '@marketplace/services/shared/bookings/ledger';
import { z } from 'zod';
import type { PaymentRow } from '../../source/rows';
import { Rejected } from '../findings';
import { instantOf, minorOfMajor } from '../values';

/** What a payment moved, as the ledger enters it. */
export interface Paid {
  paymentIntentId: string;
  chargeId: string;
  currency: string;
  totalMinor: number;
  feeMinor: number;
  paidAt: string;
  refundedMinor: number;
  /** When the newest refund was made. */
  refundedAt?: string;
  movements: Movement[];
}

const Refunds = z.array(
  z.object({
    id: z.string().min(1).max(255),
    amount_cents: z.int().positive(),
    reversal_id: z.string().min(1).nullish(),
    fee_refund_id: z.string().min(1).nullish(),
    created_at: z.string(),
  }),
);

/** A payment that succeeded; all ids of Stripe's stay. @throws Rejected */
export function paidOf(row: PaymentRow): Paid {
  const { intent_id: paymentIntentId, charge_id: chargeId } = row;
  if (!paymentIntentId || !chargeId) throw new Rejected('NO_STRIPE_ID');
  const currency = (row.currency ?? '').toUpperCase();
  if (!isCurrency(currency)) throw new Rejected('UNKNOWN_CURRENCY', row.currency ?? undefined);
  const totalMinor = amountOf(row.amount, currency);
  const feeMinor = amountOf(row.application_fee, currency);
  const stripeFeeMinor = row.stripe_fee === null ? 0 : amountOf(row.stripe_fee, currency);
  if (feeMinor > totalMinor) throw new Rejected('MONEY_DOES_NOT_ADD_UP');
  const paidAt = instantOf(row.paid_at);
  if (paidAt === undefined) throw new Rejected('BAD_TIMESTAMP', 'paid_at');
  const charge = {
    id: chargeId,
    amountMinor: totalMinor,
    createdAt: new Date(paidAt),
    refundedMinor: 0,
    transfer: { id: row.transfer_id ?? chargeId, amountMinor: totalMinor },
    ...(feeMinor > 0 && { applicationFee: { id: row.fee_id ?? chargeId, amountMinor: feeMinor } }),
    ...(stripeFeeMinor > 0 && {
      stripeFee: { id: row.balance_id ?? chargeId, amountMinor: stripeFeeMinor, currency },
    }),
  };
  const paid = { paymentIntentId, chargeId, currency, totalMinor, feeMinor, paidAt };
  const returned = returnsOf(row.refunds, paid);
  return {
    ...paid,
    ...returned,
    movements: [...chargeMovements(charge, currency), ...returned.movements],
  };
}

function amountOf(text: string | null, currency: string): number {
  const minor = minorOfMajor(text, currency);
  if (minor === undefined) throw new Rejected('AMOUNT_NOT_EXACT', text ?? undefined);
  if (minor < 0) throw new Rejected('NEGATIVE_MONEY');
  return minor;
}

/** Refunds with the shares that platform and provider gave, by the rule that holds here. */
function returnsOf(
  refunds: unknown,
  { currency, totalMinor, feeMinor }: Pick<Paid, 'currency' | 'totalMinor' | 'feeMinor'>,
): Pick<Paid, 'refundedMinor' | 'refundedAt' | 'movements'> {
  const parsed = Refunds.safeParse(refunds ?? []);
  if (!parsed.success) throw new Rejected('BAD_REFUND');
  const known = new Set(parsed.data.map(({ id }) => id));
  if (known.size !== parsed.data.length) throw new Rejected('BAD_REFUND');
  const charged = { totalMinor, providerNetMinor: totalMinor - feeMinor, currency };
  const movements: Movement[] = [];
  let refundedMinor = 0;
  let refundedAt = '';
  for (const refund of parsed.data) {
    const { id, amount_cents: amountMinor, created_at } = refund;
    if (refundedMinor + amountMinor > totalMinor) throw new Rejected('REFUND_EXCEEDS_CHARGE');
    const at = instantOf(created_at);
    if (at === undefined) throw new Rejected('BAD_TIMESTAMP', 'refund');
    const shares = sharesOf(charged, refundedMinor, amountMinor);
    const moved = { currency, at: new Date(at) };
    movements.push({ type: 'refund', stripeId: id, amountMinor, ...moved });
    if (shares.feeRefundMinor > 0) {
      const stripeId = refund.fee_refund_id ?? id;
      movements.push({
        type: 'fee_refund',
        stripeId,
        amountMinor: shares.feeRefundMinor,
        ...moved,
      });
    }
    const stripeId = refund.reversal_id ?? id;
    movements.push({ type: 'reversal', stripeId, amountMinor: shares.reversalMinor, ...moved });
    refundedMinor += amountMinor;
    if (at > refundedAt) refundedAt = at;
  }
  return { refundedMinor, movements, ...(refundedAt !== '' && { refundedAt }) };
}

function sharesOf(...args: Parameters<typeof refundShares>) {
  try {
    return refundShares(...args);
  } catch (error) {
    if (error instanceof RangeError) throw new Rejected('BAD_REFUND', error.message);
    throw error;
  }
}
