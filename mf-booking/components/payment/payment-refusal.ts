const EXPLAINED = [
  'card_declined',
  'generic_decline',
  'insufficient_funds',
  'payment_intent_authentication_failure',
  'unreachable',
] as const;

/** The message for a decline code of Stripe's; codes that would tell too much share one. */
export function refusalKey(code: string): (typeof EXPLAINED)[number] | 'unknown' {
  return EXPLAINED.find((known) => known === code) ?? 'unknown';
}
