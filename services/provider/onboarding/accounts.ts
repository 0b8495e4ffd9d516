import type Stripe from 'stripe';
import { reachable } from '../../shared/payments/stripe-client';

/** What a connected account may do now. */
export interface AccountStanding {
  chargesEnabled: boolean;
  payoutsEnabled: boolean;
  /** Whether Stripe waits for details from the provider. */
  isIncomplete: boolean;
}

/** Connected accounts of providers. */
export interface Accounts {
  /** An Express account; the same one for the same provider. */
  create(provider: { providerId: string; country: string; email?: string }): Promise<string>;
  standing(accountId: string): Promise<AccountStanding>;
  /** A page of Stripe's to give the missing details on; it leads back to one of ours. */
  onboardingPage(accountId: string, pages: { done: string; expired: string }): Promise<string>;
}

/** Stripe Connect, Express accounts. */
export function stripeAccounts(stripe: Stripe): Accounts {
  return {
    async create({ providerId, country, email }) {
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
