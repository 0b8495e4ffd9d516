import Stripe from 'stripe';
import { ProblemError } from '../shared/lambda';

/** Stripe signs the time with the body; older deliveries are replays. */
const TOLERANCE_SECONDS = 300;

/**
 * The event in a raw request body, if Stripe signed exactly these bytes with this secret just now.
 * @throws {ProblemError} BAD_SIGNATURE
 * @see https://docs.stripe.com/webhooks#verify-manually
 */
export async function verifiedEvent(
  body: string,
  signature: string,
  secret: string,
  now: Date,
): Promise<Stripe.Event> {
  try {
    return await Stripe.webhooks.constructEventAsync(
      body,
      signature,
      secret,
      TOLERANCE_SECONDS,
      undefined,
      now.getTime(),
    );
  } catch (error) {
    throw new ProblemError('BAD_SIGNATURE', {
      detail: (error as Error).message.split('\n')[0] ?? '',
    });
  }
}
