import type Stripe from 'stripe';
import { reachable } from '../../shared/payments/stripe-client';

const KEY_LIFETIME_MS = 23 * 3600 * 1000;
const PAGE = 100;

/** What a connected account may do now. */
export interface AccountStanding {
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  /** Whether Stripe waits for details from the provider. */
  isIncomplete: boolean;
}

export interface NewAccount {
  providerId: string;
  country: string;
  email?: string;
  /** Before this there was none. */
  askedAt: Date;
}

/** Connected accounts of providers. */
export interface Accounts {
  /** An Express account; the same one for the same provider, however long ago it was first asked for. */
  create(provider: NewAccount): Promise<string>;
  standing(accountId: string): Promise<AccountStanding>;
  /** A page of Stripe's to give the missing details on; it leads back to one of ours. */
  onboardingPage(accountId: string, pages: { done: string; expired: string }): Promise<string>;
}

/** Stripe Connect, Express accounts. */
export function stripeAccounts(stripe: Stripe): Accounts {
  return {
    async create({ providerId, country, email, askedAt }) {
      const existing = await findAccount(stripe, providerId, askedAt);
      if (existing !== undefined) return existing;
      const creating = stripe.accounts.create(
        {
          type: 'express',
          country,
          ...(email !== undefined && { email }),
          capabilities: { card_payments: { requested: true }, transfers: { requested: true } },
          metadata: { providerId },
        },
        { idempotencyKey: `account:${providerId}` },
      );
      return (await reachable(creating)).id;
    },
    async standing(accountId) {
      const account = await reachable(stripe.accounts.retrieve(accountId));
      return {
        chargesEnabled: account.charges_enabled,
        payoutsEnabled: account.payouts_enabled,
        isIncomplete:
          !account.details_submitted || (account.requirements?.currently_due ?? []).length > 0,
      };
    },
    async onboardingPage(accountId, { done, expired }) {
      const creating = stripe.accountLinks.create({
        account: accountId,
        type: 'account_onboarding',
        return_url: done,
        refresh_url: expired,
      });
      return (await reachable(creating)).url;
    },
  };
}

/** Stripe forgets idempotency keys after a day; then the account is looked up before it is made again. */
async function findAccount(
  stripe: Stripe,
  providerId: string,
  askedAt: Date,
): Promise<string | undefined> {
  if (Date.now() - askedAt.getTime() < KEY_LIFETIME_MS) return undefined;
  const created = { gte: Math.floor(askedAt.getTime() / 1000) };
  const search = async () => {
    for await (const { id, metadata } of stripe.accounts.list({ created, limit: PAGE })) {
      if (metadata?.providerId === providerId) return id;
    }
    return undefined;
  };
  return reachable(search());
}
