import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Stripe from 'stripe';
import { startStripe } from '../../infra/local/parts/stripe';
import { freePort } from '../../infra/local/testing';
import type { ProcessorContext } from '../../services/booking/processor/context';
import { processEvent } from '../../services/booking/processor/process-event';
import { requireBooking } from '../../services/shared/bookings';
import { silentLog, silentMetrics } from '../../services/shared/observability';
import { stripeClient, stripePayments } from '../../services/shared/payments';
import type { InboxItem } from '../../services/shared/table';
import { fakeAuth, startTestTable, TEST_ORIGIN } from '../../services/shared/testing';

/** Nobody listens there: events are read from the stand-in and handed over by the test. */
const NOWHERE = 'http://127.0.0.1:1/';
/** A platform that has earned something before, so that it can pay for what its customers dispute. */
const EARNED_MINOR = 99_999_999_000;
const EVENTS_READ = 500;

/** The services' money code over a real table and the real stand-in, in one process. */
export async function startMoneyWorld() {
  const test = await startTestTable();
  const stateDir = await mkdtemp(join(tmpdir(), 'money-'));
  const port = await freePort();
  const part = await startStripe({
    port,
    stateDir,
    publicOrigin: TEST_ORIGIN,
    webhooks: { platformUrl: NOWHERE, connectUrl: NOWHERE },
    secrets: { platform: 'whsec_1', connect: 'whsec_2' },
    log: () => {},
  });
  part.controls.hold();
  const origin = `http://127.0.0.1:${port}`;
  const stripe = stripeClient('sk_test_money', origin);
  const payments = stripePayments(stripe);
  const context = (): ProcessorContext => ({
    table: test.table,
    payments,
    region: 'eu-west-1',
    now: new Date(),
    log: silentLog,
    metrics: silentMetrics,
    mailer: { send: async () => {} },
    guestTokens: fakeAuth.guestTokens,
    publicOrigin: TEST_ORIGIN,
  });
  const digested = new Set<string>();

  return {
    ...test,
    stripe,
    payments,
    controls: part.controls,
    context,
    /** Hands over every event that is new, each twice, in the order that `random` (0…1) decides. */
    async deliverShuffled(random: () => number): Promise<void> {
      const fresh = part.controls
        .events(EVENTS_READ)
        .map(({ event }) => event)
        .filter(({ id }) => !digested.has(id));
      for (const { id } of fresh) digested.add(id);
      const copies = [...fresh, ...fresh]
        .map((event) => ({ event, place: random() }))
        .sort((a, b) => a.place - b.place);
      for (const { event } of copies) await processEvent(context(), inboxItemOf(event));
    },
    /** Gives the platform a balance in a currency, from a charge that is nobody's booking. */
    async earn(currency: string): Promise<void> {
      await stripe.paymentIntents.create({
        amount: EARNED_MINOR,
        currency,
        payment_method: 'pm_card_visa',
        confirm: true,
        return_url: TEST_ORIGIN,
      });
    },
    /** As if the plan under way had been made yesterday, and Stripe's keys had expired since. */
    async forgetKeys(bookingId: string): Promise<void> {
      const { moneyPlan } = await requireBooking(test.table, bookingId);
      if (!moneyPlan) throw new Error('No money is being moved');
      const plannedAt = new Date(Date.now() - 25 * 3600 * 1000).toISOString();
      const changed = { ...moneyPlan, plannedAt };
      await test.table.booking.patch({ bookingId }).set({ moneyPlan: changed }).go();
      part.controls.forgetIdempotencyKeys();
    },
    /** What Stripe says an account has; the platform's without one. */
    async balanceMinor(currency: string, stripeAccount?: string): Promise<number> {
      const options = stripeAccount === undefined ? {} : { stripeAccount };
      const { available } = await stripe.balance.retrieve({}, options);
      return available.find((item) => item.currency === currency)?.amount ?? 0;
    },
    async stop(): Promise<void> {
      await part.stop();
      await test.stop();
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

export type MoneyWorld = Awaited<ReturnType<typeof startMoneyWorld>>;

function inboxItemOf(event: Stripe.Event): InboxItem {
  const object = event.data.object as { id?: string; object: string };
  return {
    eventId: event.id,
    type: event.type,
    objectType: object.object,
    objectId: object.id ?? event.id,
    ...(event.account !== undefined && { account: event.account }),
    createdAt: new Date(event.created * 1000).toISOString(),
    receivedAt: new Date().toISOString(),
  };
}
