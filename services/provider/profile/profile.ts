import type { ProviderItem } from '../../shared/table';
import type { Profile } from '../contract';

/** A provider as the portal shows it to its owner. */
export function profileOf(provider: ProviderItem): Profile {
  const { providerId, slug, name, headline, about, state: status, verified } = provider;
  const { chargesEnabled, currency, timeZone, place } = provider;
  return {
    ...{ providerId, slug, name, headline, about, status, verified },
    ...{ chargesEnabled, currency, timeZone, place },
  };
}
