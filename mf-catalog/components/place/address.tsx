import type { ProviderPage } from '@marketplace/services/catalog/contract';
import { useLocale, useTranslations } from 'use-intl';

/** An address in words, as much of it as is public. */
export function Address({ place }: { place: ProviderPage['place'] }) {
  const t = useTranslations('provider');
  const country = new Intl.DisplayNames(useLocale(), { type: 'region' }).of(place.country);
  return (
    <address className="text-sm not-italic">
      {place.street ? <span className="block font-semibold">{place.street}</span> : null}
      <span className="block">{[place.postcode, place.city].filter(Boolean).join(' ')}</span>
      <span className="block text-muted">{country}</span>
      {place.street ? null : <span className="mt-1 block text-muted">{t('placeNote')}</span>}
    </address>
  );
}
