import type { Outcome } from '../history/lines';
import type { Held } from './follow-up';
import type { World } from './world';

const PATIENCE_MS = 10_000;
const PAID = ['succeeded', 'requires_capture'];

/** Pays at Stripe, as the payment form in the browser does. */
export async function pay(world: World, client: number, held: Held): Promise<void> {
  const { bookingId, service } = held;
  const startedMs = Date.now();
  const answered = await confirm(world.cloud.stripe.url, held.clientSecret);
  world.history.write({
    kind: 'call',
    attempt: world.nextAttempt(),
    client,
    action: 'pay',
    serviceId: service.serviceId,
    bookingId,
    startedMs,
    endedMs: Date.now(),
    ...answered,
  });
}

async function confirm(
  stripeUrl: string,
  clientSecret: string,
): Promise<{ outcome: Outcome; status?: number; code?: string }> {
  const intentId = clientSecret.split('_secret')[0] ?? '';
  try {
    const response = await fetch(`${stripeUrl}/v1/payment_intents/${intentId}/confirm`, {
      method: 'POST',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: { authorization: 'Bearer pk_test_local' },
      body: new URLSearchParams({ client_secret: clientSecret, payment_method: 'pm_card_visa' }),
    });
    const body = (await response.json()) as { status?: string; error?: { code?: string } };
    const isPaid = PAID.includes(body.status ?? '');
    const { status } = response;
    return {
      outcome: status >= 500 ? 'unknown' : isPaid ? 'ok' : 'refused',
      status,
      ...(body.error?.code !== undefined && { code: body.error.code }),
    };
  } catch (error) {
    return { outcome: 'unknown', code: error instanceof Error ? error.name : 'lost' };
  }
}
