import type { ProviderItem } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { Onboarding } from '../contract';
import { requireProvider } from '../require-provider';
import { onboardingOf, readStanding } from './get-onboarding';

/** Opens the provider's account at Stripe, or goes on with it, and answers the page to continue at. */
export async function startOnboarding(context: ProviderContext): Promise<Onboarding> {
  const provider = await withAccount(context, await requireProvider(context));
  const standing = await readStanding(context, provider);
  const onboarding = await onboardingOf(context, provider, standing);
  if (!provider.stripeAccountId || standing?.isIncomplete === false) return onboarding;
  const portal = `${context.publicOrigin}/portal`;
  const pages = { done: `${portal}?onboarding=done`, expired: `${portal}?onboarding=expired` };
  const url = await context.accounts.onboardingPage(provider.stripeAccountId, pages);
  return { ...onboarding, url };
}

async function withAccount(
  { accounts, table, now }: ProviderContext,
  provider: ProviderItem,
): Promise<ProviderItem> {
  if (provider.stripeAccountId !== undefined) return provider;
  const { providerId, ownerUserId, place } = provider;
  const stripeAccountAskedAt = provider.stripeAccountAskedAt ?? now.toISOString();
  if (provider.stripeAccountAskedAt === undefined) {
    await table.provider.patch({ providerId }).set({ stripeAccountAskedAt }).go();
  }
  const { data: owner } = await table.user.get({ userId: ownerUserId }).go();
  const stripeAccountId = await accounts.create({
    providerId,
    country: place.country,
    askedAt: new Date(stripeAccountAskedAt),
    ...(owner && { email: owner.email }),
  });
  await table.provider.patch({ providerId }).set({ stripeAccountId }).go();
  return { ...provider, stripeAccountId };
}
