import { currencyOf } from './currencies';
import type { Quote } from './quote';
import { assertWholeSteps, shareOf } from './rounding';

/** A booking's money as it was charged. */
export type Charged = Pick<Quote, 'totalMinor' | 'providerNetMinor' | 'currency'>;

/** How a refund is taken back from provider and platform. */
export interface RefundShares {
  /** What the customer gets. */
  refundMinor: number;
  /** What is taken back from the provider's transfer: the whole refund. */
  reversalMinor: number;
  /** What of the application fee goes back to the provider. */
  feeRefundMinor: number;
}

/** Who holds what after refunds of `refundedMinor` in all; both are never negative. */
export interface Held {
  providerMinor: number;
  platformMinor: number;
}

/**
 * Splits a refund so that the provider always holds `providerNet − share(refunded)`.
 * @param refundedMinor the sum of all earlier refunds
 * @throws RangeError when more is refunded than was charged, or not in whole steps.
 */
export function refundShares(
  charged: Charged,
  refundedMinor: number,
  refundMinor: number,
): RefundShares {
  const { stepMinor } = currencyOf(charged.currency);
  assertWholeSteps(refundMinor, stepMinor, 'A refund');
  const givenBackMinor =
    providerShare(charged, refundedMinor + refundMinor) - providerShare(charged, refundedMinor);
  return {
    refundMinor,
    reversalMinor: refundMinor,
    feeRefundMinor: refundMinor - givenBackMinor,
  };
}

/** What provider and platform still hold once `refundedMinor` went back to the customer. */
export function heldAfter(charged: Charged, refundedMinor: number): Held {
  const providerMinor = charged.providerNetMinor - providerShare(charged, refundedMinor);
  return { providerMinor, platformMinor: charged.totalMinor - refundedMinor - providerMinor };
}

/** Half of the total, half up to the currency's step. */
export function halfOf(charged: Pick<Charged, 'totalMinor' | 'currency'>): number {
  return shareOf(charged.totalMinor, 1, 2, currencyOf(charged.currency).stepMinor);
}

function providerShare(charged: Charged, refundedMinor: number): number {
  const { stepMinor } = currencyOf(charged.currency);
  assertWholeSteps(refundedMinor, stepMinor, 'The sum refunded');
  if (refundedMinor > charged.totalMinor) {
    throw new RangeError('More would be refunded than was charged');
  }
  if (charged.totalMinor === 0) return 0;
  return shareOf(charged.providerNetMinor, refundedMinor, charged.totalMinor, stepMinor);
}
