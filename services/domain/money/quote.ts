import { currencyOf, isCurrency } from './currencies';
import { assertWholeSteps, shareOf, toSafeNumber } from './rounding';

/** What the platform takes from the provider's price. */
export const COMMISSION_BPS = 1000;
/** What a customer who is not signed in pays on top. */
export const GUEST_SURCHARGE_BPS = 1000;

const BPS_PER_WHOLE = 10_000;

export interface QuoteInput {
  /** Price of one seat in minor units, a whole number of the currency's steps. */
  unitPriceMinor: number;
  seats?: number;
  currency: string;
  /** Whether the customer is not signed in. */
  guest: boolean;
}

/** Who pays and gets what for one booking; `totalMinor = providerNetMinor + applicationFeeMinor`. */
export interface Quote {
  baseMinor: number;
  surchargeMinor: number;
  totalMinor: number;
  commissionMinor: number;
  providerNetMinor: number;
  applicationFeeMinor: number;
  currency: string;
}

/**
 * Prices a booking.
 * @throws RangeError for an unknown currency, a price that is not in whole steps, or seats below 1.
 */
export function quote({ unitPriceMinor, seats = 1, currency, guest }: QuoteInput): Quote {
  const { stepMinor } = currencyOf(currency);
  assertWholeSteps(unitPriceMinor, stepMinor, 'A price');
  if (!Number.isSafeInteger(seats) || seats < 1)
    throw new RangeError('At least one seat is booked');
  const baseMinor = toSafeNumber(BigInt(unitPriceMinor) * BigInt(seats));
  const commissionMinor = shareOf(baseMinor, COMMISSION_BPS, BPS_PER_WHOLE, stepMinor);
  const surchargeMinor = guest
    ? shareOf(baseMinor, GUEST_SURCHARGE_BPS, BPS_PER_WHOLE, stepMinor)
    : 0;
  const totalMinor = toSafeNumber(BigInt(baseMinor) + BigInt(surchargeMinor));
  const providerNetMinor = baseMinor - commissionMinor;
  return {
    baseMinor,
    surchargeMinor,
    totalMinor,
    commissionMinor,
    providerNetMinor,
    applicationFeeMinor: totalMinor - providerNetMinor,
    currency,
  };
}

export type PriceProblem = 'UNKNOWN_CURRENCY' | 'NOT_IN_WHOLE_STEPS' | 'BELOW_MINIMUM';

/** Why a price cannot be saved, or undefined when it can. A free service is not sold here. */
export function priceProblem(unitPriceMinor: number, currency: string): PriceProblem | undefined {
  if (!isCurrency(currency)) return 'UNKNOWN_CURRENCY';
  const { stepMinor, minimumChargeMinor } = currencyOf(currency);
  if (!Number.isSafeInteger(unitPriceMinor) || unitPriceMinor % stepMinor !== 0) {
    return 'NOT_IN_WHOLE_STEPS';
  }
  return unitPriceMinor < minimumChargeMinor ? 'BELOW_MINIMUM' : undefined;
}
