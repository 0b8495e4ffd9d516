import { randomUUID } from 'node:crypto';
import { receiveEvent } from '@marketplace/services/payments/contract';
import Stripe from 'stripe';
import { signatureHeader } from '../../infra/local/parts/stripe/webhooks/signature';
import { bootBenchCloud } from '../support/cloud/boot';
import { inMilliseconds, percentilesOf } from '../support/percentiles';

const BLOCKS = 8;
const EVENTS = 100;
const CLIENTS = 8;
const AIM_MS = 300;
const ACCOUNT = 'acct_webhooks';

const cloud = await bootBenchCloud({
  name: 'webhooks',
  edits: [],
  requestSeconds: 15,
  control: { entry: '../bench/webhooks/control/handler.ts', of: 'payments' },
  log: () => {},
});
try {
  const intentId = await openPayment();
  const ways = {
    ours: cloud.apiUrl(receiveEvent.path),
    control: `${cloud.controlUrl}${receiveEvent.path}`,
  };
  for (const url of Object.values(ways)) await deliver(url, intentId);
  const [ours, control]: [number[], number[]] = [[], []];
  for (let block = 0; block < BLOCKS; block++) {
    ours.push(...(await deliver(ways.ours, intentId)));
    control.push(...(await deliver(ways.control, intentId)));
  }
  const [kept, worked] = [percentilesOf(ours), percentilesOf(control)];
  console.log(
    `${BLOCKS} blocks of ${EVENTS} events each way, in turn, ${CLIENTS} at once; p50 / p99`,
  );
  console.log(`  kept, then answered      ${inMilliseconds(kept)} (aim < ${AIM_MS} ms)`);
  console.log(`  worked on, then answered ${inMilliseconds(worked)}`);
  console.log(`  ratio ${(kept.p50 / worked.p50).toFixed(2)}`);
} finally {
  await cloud.stop();
}

/** A payment that nobody pays: what is done about its events is to look at it. */
async function openPayment(): Promise<string> {
  cloud.stripe.controls.addAccounts([{ id: ACCOUNT, country: 'DE', currency: 'eur' }]);
  const stripe = new Stripe(cloud.stripeSecret.STRIPE_SECRET_KEY ?? '', {
    host: '127.0.0.1',
    port: new URL(cloud.stripe.url).port,
    protocol: 'http',
  });
  const { id } = await stripe.paymentIntents.create({
    amount: 2_000,
    currency: 'eur',
    transfer_data: { destination: ACCOUNT },
    metadata: { bookingId: randomUUID() },
  });
  return id;
}

/** Delivers events of this payment, so many at once, and tells how long each answer took. */
async function deliver(url: string, intentId: string): Promise<number[]> {
  const durationsMs: number[] = [];
  let left = EVENTS;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      while (left-- > 0) durationsMs.push(await deliverOne(url, intentId));
    }),
  );
  return durationsMs;
}

async function deliverOne(url: string, intentId: string): Promise<number> {
  const nowSeconds = Math.floor(Date.now() / 1000);
  const body = JSON.stringify({
    ...{ id: `evt_${randomUUID()}`, object: 'event', type: 'payment_intent.created' },
    created: nowSeconds,
    data: { object: { id: intentId, object: 'payment_intent' } },
  });
  const secret = cloud.stripeSecret.STRIPE_WEBHOOK_SECRET ?? '';
  const startMs = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'stripe-signature': signatureHeader(body, secret, nowSeconds),
    },
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`The webhook answered ${response.status}`);
  return performance.now() - startMs;
}
