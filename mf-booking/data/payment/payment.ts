/** How a confirmation of a PaymentIntent ended. */
export type PaymentOutcome =
  | { kind: 'paid' }
  /** The bank wants to see the customer (3-D Secure); the page goes there and comes back. */
  | { kind: 'redirect'; url: string }
  | { kind: 'refused'; code: string };

export interface Card {
  number: string;
  expMonth: number;
  expYear: number;
  cvc: string;
}

interface ConfirmAnswer {
  status?: string;
  next_action?: { redirect_to_url?: { url?: string } } | null;
  error?: { code?: string; decline_code?: string };
}

/** The publishable key of the local stand-in; every other key belongs to Stripe's own element. */
export const TEST_FORM_KEY = 'pk_test_local';

/** Where the stand-in for Stripe's browser API answers, on the page's own origin. */
const TEST_FORM_API = '/_local/stripe';

function formOf(card: Card, clientSecret: string, returnUrl: string) {
  return new URLSearchParams({
    client_secret: clientSecret,
    return_url: returnUrl,
    'payment_method_data[type]': 'card',
    'payment_method_data[card][number]': card.number.replace(/\D/g, ''),
    'payment_method_data[card][exp_month]': String(card.expMonth),
    'payment_method_data[card][exp_year]': String(card.expYear),
    'payment_method_data[card][cvc]': card.cvc,
  });
}

/** Confirms a PaymentIntent with raw card data, as only the stand-in's form may. */
export async function confirmWithCard(
  card: Card,
  clientSecret: string,
  returnUrl: string,
): Promise<PaymentOutcome> {
  const intentId = clientSecret.split('_secret_')[0] ?? '';
  const response = await fetch(`${TEST_FORM_API}/v1/payment_intents/${intentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TEST_FORM_KEY}` },
    body: formOf(card, clientSecret, returnUrl),
  }).catch(() => undefined);
  const answer = (await response?.json().catch(() => undefined)) as ConfirmAnswer | undefined;
  if (!response || !answer) return { kind: 'refused', code: 'unreachable' };
  const url = answer.next_action?.redirect_to_url?.url;
  if (url) return { kind: 'redirect', url };
  if (response.ok) return { kind: 'paid' };
  return { kind: 'refused', code: answer.error?.decline_code ?? answer.error?.code ?? 'unknown' };
}

/** Luhn's check, which catches a mistyped digit before anything is sent. */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{12,19}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** `MM/YY` or `MM / YYYY` to numbers; null when it is no date or lies before `now`. */
export function parseExpiry(text: string, now: Date): { expMonth: number; expYear: number } | null {
  const match = /^\s*(0?[1-9]|1[0-2])\s*\/\s*(\d{2}|\d{4})\s*$/.exec(text);
  if (!match) return null;
  const expMonth = Number(match[1]);
  const year = Number(match[2]);
  const expYear = year < 100 ? 2000 + year : year;
  const endsAt = new Date(expYear, expMonth, 1);
  return endsAt > now ? { expMonth, expYear } : null;
}
