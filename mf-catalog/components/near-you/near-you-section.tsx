import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import type { Place } from '@marketplace/services/domain/search';
import { useTranslations } from 'use-intl';
import { searchHref } from '../../data/search/search-state';
import { ServiceCards } from '../cards/service-cards';
import { Section } from '../shared/section';

export interface NearYouProps {
  renderedAt: string;
  /** Rounded: an answer is shared by everybody in the same ten kilometres. */
  place: Place;
  services: readonly ServiceSummary[];
}

const AROUND_KM = 25;

/** Who is around the visitor, the closest first. */
export function NearYouSection({ renderedAt, place, services }: NearYouProps) {
  const t = useTranslations('nearYou');
  const href = searchHref({ near: place, radiusKm: AROUND_KM, sort: 'distance' });
  return (
    <Section title={t('title')} link={{ href, label: t('link') }}>
      <ServiceCards services={services} renderedAt={renderedAt} />
    </Section>
  );
}
