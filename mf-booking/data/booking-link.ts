/** What the bank's page said when it sent the customer back, in Stripe's words. */
export type BankAnswer = 'succeeded' | 'failed';

const FROM_BANK = ['payment_intent', 'payment_intent_client_secret', 'redirect_status'];

const keyOf = (bookingId: string) => `em:token:${bookingId}`;

/**
 * The access token of a guest's booking and the bank's answer, from the link once and then, for the token,
 * from the tab's memory, so that neither stays in the address bar, the history or a screenshot.
 */
export function takeFromLink(bookingId: string): {
  token: string | undefined;
  bankAnswer: BankAnswer | undefined;
} {
  const url = new URL(location.href);
  const token = url.searchParams.get('t');
  const status = url.searchParams.get('redirect_status');
  const isFromLink = ['t', ...FROM_BANK].some((name) => url.searchParams.has(name));
  if (token) sessionStorage.setItem(keyOf(bookingId), token);
  if (isFromLink) {
    for (const name of ['t', ...FROM_BANK]) url.searchParams.delete(name);
    history.replaceState(history.state, '', url);
  }
  return {
    token: token ?? sessionStorage.getItem(keyOf(bookingId)) ?? undefined,
    bankAnswer: status === 'succeeded' || status === 'failed' ? status : undefined,
  };
}
