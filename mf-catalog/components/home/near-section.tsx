import { sendEvent } from '@marketplace/kit/slice/events';
import { usePathPrefix } from '@marketplace/kit/ui/site-link';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { NEAR_PATH } from '@marketplace/services/domain/near';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { searchHref } from '../../data/search/search-state';
import { ServiceCards } from '../cards/service-cards';
import { useMarket } from '../catalog-root';
import { Section } from '../shared/section';

interface NearSectionProps {
  services: readonly ServiceSummary[];
  renderedAt: string;
}

const AROUND_KM = 25;

/**
 * Around the market's default city, which is all that a shared page may know; what the edge knows about
 * the visitor's own surroundings takes its place when it comes.
 */
export function NearSection({ services, renderedAt }: NearSectionProps) {
  const t = useTranslations('home');
  const { city, code } = useMarket();
  const host = useRef<HTMLDivElement>(null);
  const isNamed = usePathPrefix() !== '';
  const isShown = useFragment(host, isNamed ? `${NEAR_PATH}?market=${code}` : NEAR_PATH);
  const place = { city: city.name };
  const href = searchHref({ near: city, radiusKm: AROUND_KM, sort: 'distance' });
  return (
    <>
      <div ref={host} hidden={!isShown} />
      {isShown || services.length === 0 ? null : (
        <Section title={t('near', place)} link={{ href, label: t('nearLink', place) }}>
          <ServiceCards services={services} renderedAt={renderedAt} />
        </Section>
      )}
    </>
  );
}

/** Whether the fragment has come; asked for after paint. */
function useFragment(host: RefObject<HTMLDivElement | null>, path: string): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const gone = new AbortController();
    const onShown = () => setShown(true);
    if (host.current) {
      sendEvent('marketplace:fragment', host.current, { path, signal: gone.signal, onShown });
    }
    return () => gone.abort();
  }, [host, path]);
  return isShown;
}
