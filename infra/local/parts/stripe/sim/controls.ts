import type Stripe from 'stripe';
import type { IdempotencyKeys } from '../http/idempotency';
import type { Troubles } from '../http/trouble';
import { applyOnboarding, createAccount, type NewAccount, setOnboarded } from '../objects/accounts';
import { createPayout } from '../objects/balance/payouts';
import { closeDispute, openDispute } from '../objects/disputes';
import { failRefund } from '../objects/refunds';
import { KINDS } from '../state/tables';
import type { Attempt, ReleaseOrder, Unkindness, Webhooks } from '../webhooks/webhooks';
import type { World } from '../world';

/** An event with what became of its deliveries. */
export interface EventView {
  event: Stripe.Event;
  attempts: Attempt[];
}

/** What tests and the developer's console may do that Stripe's API does not offer. */
export interface StripeControls {
  counts(): Record<string, number>;
  webhooks(): { isHolding: boolean; held: string[]; waiting: number };
  events(limit: number): EventView[];
  hold(): void;
  release(order?: ReleaseOrder, seed?: number): void;
  resend(eventId: string, copies?: number, delayMs?: number): void;
  beUnkind(unkindness: Unkindness): void;
  openDispute(chargeId: string, input?: { amount?: number; reason?: string }): Stripe.Dispute;
  closeDispute(id: string, outcome: 'won' | 'lost'): Stripe.Dispute;
  failRefund(id: string): Stripe.Refund;
  createPayout(owner: string, input: { currency: string; amount?: number }): Stripe.Payout;
  /** Accounts that are onboarded already, without a word to anybody; those that exist are given the metadata alone. */
  addAccounts(accounts: NewAccount[]): void;
  setOnboarded(accountId: string, isComplete: boolean): Stripe.Account;
  troubles: Troubles;
  /** Forgets all idempotency keys, as Stripe does after a day. */
  forgetIdempotencyKeys(): void;
}

const CAPABILITIES = ['card_payments', 'transfers'];

export function createControls(
  world: World,
  webhooks: Webhooks,
  troubles: Troubles,
  keys: Pick<IdempotencyKeys, 'forget'>,
): StripeControls {
  return {
    counts: () => Object.fromEntries(KINDS.map((kind) => [kind, world.store.count(kind)])),
    webhooks: () => webhooks.status(),
    events: (limit) =>
      world.store
        .all('event')
        .slice(0, limit)
        .map((event) => ({ event, attempts: webhooks.attemptsOf(event.id) })),
    hold: () => webhooks.hold(),
    release: (order, seed) => webhooks.release(order, seed),
    resend: (eventId, copies, delayMs) => {
      world.store.get('event', eventId);
      webhooks.resend(eventId, copies, delayMs);
    },
    beUnkind: (unkindness) => webhooks.beUnkind(unkindness),
    openDispute: (chargeId, input) => openDispute(world, chargeId, input),
    closeDispute: (id, outcome) => closeDispute(world, id, outcome),
    failRefund: (id) => failRefund(world, id),
    createPayout: (owner, input) => createPayout(world, owner, { ...input, automatic: true }),
    addAccounts: (accounts) => {
      for (const account of accounts) {
        const known = account.id && world.store.find('account', account.id);
        if (known) {
          world.store.patch(known, { metadata: { ...known.metadata, ...account.metadata } });
          continue;
        }
        const created = createAccount(world, { capabilities: CAPABILITIES, ...account });
        applyOnboarding(world, created, true);
      }
    },
    setOnboarded: (id, isComplete) => setOnboarded(world, id, isComplete),
    troubles,
    forgetIdempotencyKeys: () => keys.forget(),
  };
}
