/** What money in one currency looks like, and the least that Stripe charges in it. */
export interface Currency {
  code: string;
  /** ISO 4217 exponent: how many decimals the minor unit stands for. */
  decimals: 0 | 2 | 3;
  /** Every amount is a multiple of this many minor units. */
  stepMinor: 1 | 10 | 100;
  /** https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts; about 0.50 USD where Stripe names none. */
  minimumChargeMinor: number;
}

const TWO_DECIMALS: Record<string, number> = {
  AED: 200,
  AUD: 50,
  BRL: 50,
  CAD: 50,
  CHF: 50,
  CZK: 1500,
  DKK: 250,
  EUR: 50,
  GBP: 30,
  HKD: 400,
  INR: 50,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  NZD: 50,
  PLN: 200,
  RON: 200,
  SEK: 300,
  SGD: 50,
  THB: 1000,
  USD: 50,
  ZAR: 1000,
};
const NO_DECIMALS: Record<string, number> = { JPY: 50, KRW: 700, VND: 13_000 };
const THREE_DECIMALS: Record<string, number> = {
  BHD: 200,
  JOD: 360,
  KWD: 160,
  OMR: 200,
  TND: 1600,
};
/** Two decimals on paper, whole units in practice. */
const WHOLE_UNITS: Record<string, number> = { ISK: 7000, UGX: 190_000 };

const CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  [
    ...rows(TWO_DECIMALS, 2, 1),
    ...rows(NO_DECIMALS, 0, 1),
    ...rows(THREE_DECIMALS, 3, 10),
    ...rows(WHOLE_UNITS, 2, 100),
  ].map((currency) => [currency.code, currency]),
);

/** Codes of all currencies a price may be in, sorted. */
export const CURRENCY_CODES: readonly string[] = [...CURRENCIES.keys()].sort();

/**
 * The currency of an ISO 4217 code.
 * @throws RangeError when the marketplace does not take it.
 */
export function currencyOf(code: string): Currency {
  const currency = CURRENCIES.get(code);
  if (!currency) throw new RangeError(`Unknown currency ${code}`);
  return currency;
}

export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code);
}

function rows(
  minimums: Record<string, number>,
  decimals: Currency['decimals'],
  stepMinor: Currency['stepMinor'],
): Currency[] {
  return Object.entries(minimums).map(([code, minimumChargeMinor]) => ({
    code,
    decimals,
    stepMinor,
    minimumChargeMinor,
  }));
}
