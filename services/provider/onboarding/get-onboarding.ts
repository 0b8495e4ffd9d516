import type { ProviderItem } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { Onboarding } from '../contract';
import { requireProvider } from '../require-provider';
import type { AccountStanding } from './accounts';

/** What is left to do before the provider can be booked. */
export async function getOnboarding(context: ProviderContext): Promise<Onboarding> {
  const provider = await requireProvider(context);
  return onboardingOf(context, provider, await readStanding(context, provider));
}

/** What Stripe says of the account, kept with the provider when it has changed. */
export async function readStanding(
  { accounts, table }: ProviderContext,
  { providerId, stripeAccountId, ...known }: ProviderItem,
): Promise<AccountStanding | undefined> {
  if (stripeAccountId === undefined) return undefined;
  const standing = await accounts.standing(stripeAccountId);
  const { chargesEnabled, payoutsEnabled } = standing;
  if (chargesEnabled !== known.chargesEnabled || payoutsEnabled !== known.payoutsEnabled) {
    await table.provider.patch({ providerId }).set({ chargesEnabled, payoutsEnabled }).go();
  }
  return standing;
}

export async function onboardingOf(
  { table }: ProviderContext,
  { providerId, stripeAccountId, headline, about }: ProviderItem,
  standing: AccountStanding | undefined,
): Promise<Onboarding> {
  const [services, availability] = await Promise.all([
    table.service.query.primary({ providerId }).go({ pages: 'all' }),
    table.availability.get({ providerId }).go(),
  ]);
  const { chargesEnabled = false, payoutsEnabled = false } = standing ?? {};
  return {
    stripeAccountId: stripeAccountId ?? null,
    chargesEnabled,
    payoutsEnabled,
    steps: [
      { id: 'profile', done: headline !== '' && about !== '' },
      { id: 'services', done: services.data.some(({ state }) => state === 'active') },
      { id: 'hours', done: (availability.data?.rules.length ?? 0) > 0 },
      { id: 'payments', done: chargesEnabled && payoutsEnabled },
    ],
  };
}
