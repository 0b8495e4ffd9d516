import type { MarketCode } from '../../../domain/markets';
import { currencyOf } from '../../../domain/money';

/** What a US dollar of service costs there, in the market's currency: rents and wages, not exchange rates. */
const PER_DOLLAR: Record<MarketCode, number> = {
  us: 1.05,
  gb: 0.8,
  de: 0.85,
  fr: 0.82,
  es: 0.62,
  ch: 1.3,
  jp: 105,
  au: 1.4,
  ca: 1.25,
  br: 2.4,
  in: 19,
  row: 0.9,
};

/** A price as people there write it, in minor units: rounded to a whole, a five, a fifty … */
export function localPriceMinor(dollars: number, market: MarketCode, currency: string): number {
  const amount = dollars * PER_DOLLAR[market];
  const grain = grainOf(amount);
  return Math.max(grain, Math.round(amount / grain) * grain) * 10 ** currencyOf(currency).decimals;
}

function grainOf(amount: number): number {
  if (amount < 40) return 1;
  if (amount < 400) return 5;
  if (amount < 2000) return 50;
  return amount < 8000 ? 100 : 500;
}
