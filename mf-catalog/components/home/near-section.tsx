import { FRAGMENT_ATTRIBUTE, sendEvent } from '@marketplace/kit/slice/events';
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

/** The same object in every render: React applies another one, whatever is in it. */
const FILLED_BY_OTHERS = { __html: '' };

/**
 * Around the market's default city, which is all that a shared page may know; what the edge knows about
 * the visitor's own surroundings takes its place when it comes.
 */
export function NearSection({ services, renderedAt }: NearSectionProps) {
  const t = useTranslations('home');
  const { city, code } = useMarket();
  const host = useRef<HTMLDivElement>(null);
  const isNamed = usePathPrefix() !== '';
  const path = isNamed ? `${NEAR_PATH}?market=${code}` : NEAR_PATH;
  const isShown = useFragment(host, path);
  const place = { city: city.name };
  const href = searchHref({ near: city, radiusKm: AROUND_KM, sort: 'distance' });
  return (
    <>
      <div
        ref={host}
        hidden={!isShown}
        className="peer"
        {...{ [FRAGMENT_ATTRIBUTE]: path }}
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: keeps React away from what fills it
        dangerouslySetInnerHTML={FILLED_BY_OTHERS}
      />
      {isShown || services.length === 0 ? null : (
        <div className="peer-[:not([hidden])]:hidden">
          <Section title={t('near', place)} link={{ href, label: t('nearLink', place) }}>
            <ServiceCards services={services} renderedAt={renderedAt} />
          </Section>
        </div>
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
