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

/** Who holds what after so much went back in all; both are never negative. */
export interface Held {
  providerMinor: number;
  platformMinor: number;
}

/**
 * Splits a refund so that the provider always holds `providerNet − share(given back)`.
 * @param givenBackMinor the sum of all that went back earlier, by refunds and by disputes
 * @throws RangeError when more is refunded than was charged, or not in whole steps.
 */
export function refundShares(
  charged: Charged,
  givenBackMinor: number,
  refundMinor: number,
): RefundShares {
  const { stepMinor } = currencyOf(charged.currency);
  assertWholeSteps(refundMinor, stepMinor, 'A refund');
  return {
    refundMinor,
    reversalMinor: refundMinor,
    feeRefundMinor: refundMinor - providerShare(charged, givenBackMinor, refundMinor),
  };
}

/** What of `amountMinor` the provider gives back, once `givenBackMinor` went back before it. */
export function providerShare(
  charged: Charged,
  givenBackMinor: number,
  amountMinor: number,
): number {
  return shareUpTo(charged, givenBackMinor + amountMinor) - shareUpTo(charged, givenBackMinor);
}

/** What provider and platform still hold once `givenBackMinor` went back to the customer. */
export function heldAfter(charged: Charged, givenBackMinor: number): Held {
  const providerMinor = charged.providerNetMinor - shareUpTo(charged, givenBackMinor);
  return { providerMinor, platformMinor: charged.totalMinor - givenBackMinor - providerMinor };
}

/** Half of the total, half up to the currency's step. */
export function halfOf(charged: Pick<Charged, 'totalMinor' | 'currency'>): number {
  return shareOf(charged.totalMinor, 1, 2, currencyOf(charged.currency).stepMinor);
}

/** A bank may dispute a sum that is not in whole steps; the share of it is. */
function shareUpTo(charged: Charged, givenBackMinor: number): number {
  if (givenBackMinor > charged.totalMinor) {
    throw new RangeError('More would go back than was charged');
  }
  if (charged.totalMinor === 0) return 0;
  const { stepMinor } = currencyOf(charged.currency);
  return shareOf(charged.providerNetMinor, givenBackMinor, charged.totalMinor, stepMinor);
}
