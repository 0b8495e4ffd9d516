import type { SeedProvider } from '../model';
import { accountIdOf } from './items';

/** Opens every provider's account at the Stripe stand-in, onboarded; those that exist are only told whose they are. */
export async function openAccounts(
  stripeOrigin: string,
  providers: readonly SeedProvider[],
): Promise<void> {
  const accounts = providers.map(({ id, place, currency }) => ({
    id: accountIdOf(id),
    country: place.country,
    currency: currency.toLowerCase(),
    metadata: { providerId: id },
  }));
  const answer = await fetch(new URL('/_sim/accounts', stripeOrigin), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ accounts }),
  });
  if (!answer.ok) throw new Error(`The Stripe stand-in answered ${answer.status}`);
}
