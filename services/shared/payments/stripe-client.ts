import Stripe from 'stripe';
import { ProblemError } from '../lambda';

const TIMEOUT_MS = 8000;
const RETRIES = 2;
/** A key for a repeated step holds so long: the next one may succeed where an outage spoilt it. */
const KEY_PERIOD_MS = 5 * 60_000;

/** A Stripe client; `apiOrigin` only on a laptop. */
export function stripeClient(secretKey: string, apiOrigin?: string): Stripe {
  return new Stripe(secretKey, {
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    ...(apiOrigin !== undefined && hostOf(new URL(apiOrigin))),
  });
}

function hostOf({ protocol, hostname, port }: URL) {
  const isPlain = protocol === 'http:';
  return {
    protocol: isPlain ? ('http' as const) : ('https' as const),
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : Number(port),
  };
}

/** Runs a call; when Stripe cannot be reached or is overloaded, the caller may come back later. */
export async function reachable<Answer>(call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (error) {
    const isPassing =
      error instanceof Stripe.errors.StripeConnectionError ||
      error instanceof Stripe.errors.StripeRateLimitError ||
      error instanceof Stripe.errors.StripeAPIError;
    if (isPassing) throw new ProblemError('UNAVAILABLE', { detail: 'Payments cannot be reached' });
    throw error;
  }
}

/**
 * Runs a call once under a key. Stripe repeats its first answer to a key for a day, even a failure of
 * its own; after one the step is looked for, and if it was not done, done under a key of these minutes.
 */
export async function underKey<Answer>(
  key: string,
  call: (options: Stripe.RequestOptions) => Promise<Answer>,
  find: () => Promise<Answer | undefined>,
): Promise<Answer> {
  try {
    return await call({ idempotencyKey: key });
  } catch (error) {
    if (!isRepeatedFailure(error)) throw error;
    const period = Math.floor(Date.now() / KEY_PERIOD_MS);
    return (await find()) ?? call({ idempotencyKey: `${key}:again-${period}` });
  }
}

/** @see https://docs.stripe.com/error-low-level#server-errors */
function isRepeatedFailure(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeAPIError &&
    error.headers?.['idempotent-replayed'] === 'true'
  );
}

/** Runs a call; answers undefined when Stripe refuses it for an expected reason. */
export async function unlessRefused<Answer>(
  call: Promise<Answer>,
  isExpected: (refusal: { code?: string | undefined; param?: string | undefined }) => boolean,
): Promise<Answer | undefined> {
  try {
    return await reachable(call);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeInvalidRequestError && isExpected(error)) {
      return undefined;
    }
    throw error;
  }
}
