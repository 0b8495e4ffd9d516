import type Stripe from 'stripe';
import { receiveEvent } from '../../../services/payments/contract';
import { verifiedEvent } from '../../../services/payments/verified-event';
import { lambdaHandler, serviceApp, startRuntime } from '../../../services/shared/lambda';
import { createTelemetry } from '../../../services/shared/observability';
import { stripeClient, stripePayments } from '../../../services/shared/payments';

const telemetry = createTelemetry('payments');

/** The webhook as a first version is: works on the event before it answers, and keeps nothing. */
export const handler = lambdaHandler(async () => {
  const runtime = startRuntime(telemetry);
  const secret = await runtime.stripeSecret();
  const { table } = runtime;
  const payments = stripePayments(
    stripeClient(secret.STRIPE_SECRET_KEY, runtime.env.STRIPE_API_ORIGIN),
  );
  return serviceApp({ log: telemetry.log }).openapi(receiveEvent, async (c) => {
    const signature = c.req.header('stripe-signature') ?? '';
    const body = await c.req.text();
    const event = await verifiedEvent(body, signature, secret.STRIPE_WEBHOOK_SECRET, new Date());
    const intent = await payments.readIntent((event.data.object as Stripe.PaymentIntent).id);
    const { bookingId = '' } = intent;
    await table.booking.get({ bookingId }).go({ consistent: true });
    return c.json({ received: true } as const, 200);
  });
}, telemetry);
