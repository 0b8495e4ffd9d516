import type { IncomingMessage } from 'node:http';
import type { StripeControls } from '../stripe';

const ORDERS = ['arrival', 'reverse', 'shuffle'] as const;

/** Forms of another site must not reach into the developer's cloud. */
export function isOwnRequest(request: IncomingMessage, origin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === undefined ? request.headers.origin === origin : site === 'same-origin';
}

/** Does what a button of the payments page asks for; false when there is no such button. */
export function actOnStripe(
  stripe: StripeControls,
  action: string,
  form: URLSearchParams,
): boolean {
  if (action === 'hold') {
    stripe.hold();
    return true;
  }
  if (action === 'release') {
    const order = ORDERS.find((name) => name === form.get('order')) ?? 'arrival';
    stripe.release(order, Date.now());
    return true;
  }
  if (action === 'resend') {
    stripe.resend(
      form.get('id') ?? '',
      Number(form.get('copies') ?? 1),
      Number(form.get('delayMs') ?? 0),
    );
    return true;
  }
  return false;
}
