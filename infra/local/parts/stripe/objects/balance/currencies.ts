import { invalid } from '../../http/fault';

const ZERO_DECIMAL = 'bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' ');
const THREE_DECIMAL = 'bhd jod kwd omr tnd'.split(' ');
const TWO_DECIMAL =
  'aed all amd aud bam bbd bdt bgn bmd brl bsd bwp cad chf cny cop crc czk dkk dop dzd egp etb eur gbp gel ghs gtq hkd hnl huf idr ils inr isk jmd kes khr kzt lkr mad mdl mxn myr nad ngn nok npr nzd pab pen php pkr pln qar ron rsd sar sek sgd thb try ttd twd tzs uah usd uyu uzs zar zmw'.split(
    ' ',
  );

/** Smallest charge in minor units; others are converted by Stripe and go unchecked here. */
const MINIMUM_MINOR: Record<string, number> = {
  usd: 50,
  aed: 200,
  aud: 50,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17500,
  inr: 50,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
};
const MAXIMUM_MINOR = 99_999_999_999;

/** Digits after the decimal point. */
export function exponentOf(currency: string): 0 | 2 | 3 {
  if (ZERO_DECIMAL.includes(currency)) return 0;
  return THREE_DECIMAL.includes(currency) ? 3 : 2;
}

/** Amounts are whole multiples of this many minor units. */
export function stepOf(currency: string): 1 | 10 | 100 {
  if (currency === 'isk' || currency === 'ugx') return 100;
  return THREE_DECIMAL.includes(currency) ? 10 : 1;
}

/** Stripe's three-letter code in lower case. @throws StripeFault */
export function checkedCurrency(code: string): string {
  const currency = code.toLowerCase();
  if ([...ZERO_DECIMAL, ...TWO_DECIMAL, ...THREE_DECIMAL].includes(currency)) return currency;
  throw invalid(`Invalid currency: ${currency}.`, 'currency');
}

/** A charge's amount: positive, in whole steps, within the currency's limits. @throws StripeFault */
export function checkChargeAmount(amountMinor: number, currency: string): void {
  if (amountMinor < 1) {
    throw invalid(
      'This value must be greater than or equal to 1.',
      'amount',
      'parameter_invalid_integer',
    );
  }
  const minimum = MINIMUM_MINOR[currency] ?? 0;
  if (amountMinor < minimum) {
    const shown = (minimum / 10 ** exponentOf(currency)).toFixed(exponentOf(currency));
    throw invalid(`Amount must be at least ${shown} ${currency}`, 'amount', 'amount_too_small');
  }
  if (amountMinor > MAXIMUM_MINOR) {
    throw invalid('Amount must be no more than 999,999,999.99', 'amount', 'amount_too_large');
  }
  checkStep(amountMinor, currency);
}

/** @throws StripeFault when the amount has digits that the currency cannot pay */
export function checkStep(amountMinor: number, currency: string, param = 'amount'): void {
  const step = stepOf(currency);
  if (amountMinor % step === 0) return;
  throw invalid(
    `Invalid ${param}: amounts in ${currency} must be divisible by ${step}.`,
    param,
    'parameter_invalid_integer',
  );
}
