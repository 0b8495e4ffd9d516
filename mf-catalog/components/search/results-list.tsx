import { Button } from '@marketplace/kit/ui/button';
import { cn } from '@marketplace/kit/ui/cn';
import { Notice } from '@marketplace/kit/ui/notice';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { useTranslations } from 'use-intl';
import { PAGE_SIZE } from '../../data/catalog';
import { ServiceCard } from '../cards/service-card';
import { ServiceCardSkeleton } from '../cards/service-card-skeleton';
import type { MoreStatus } from './use-results';

const GRID = 'grid gap-x-5 gap-y-9 sm:grid-cols-2 2xl:grid-cols-3';
const SKELETONS = [0, 1, 2, 3, 4, 5];

interface ResultsListProps {
  services: readonly ServiceSummary[];
  renderedAt: string;
  /** Services whose pin on the map is chosen. */
  chosenIds: ReadonlySet<string>;
  onPoint: (serviceId: string | undefined) => void;
  dimmed: boolean;
}

/** The results as cards; pointing at one marks its pin. */
export function ResultsList({
  services,
  renderedAt,
  chosenIds,
  onPoint,
  dimmed,
}: ResultsListProps) {
  return (
    <ul className={cn(GRID, 'transition-opacity duration-move', dimmed && 'opacity-50')}>
      {services.map((service, index) => (
        <li
          key={service.id}
          id={`result-${service.id}`}
          className={cn('scroll-mt-40', index >= PAGE_SIZE && 'animate-rise-in')}
          onPointerEnter={() => onPoint(service.id)}
          onPointerLeave={() => onPoint(undefined)}
          onFocus={() => onPoint(service.id)}
          onBlur={() => onPoint(undefined)}
        >
          <ServiceCard
            service={service}
            renderedAt={renderedAt}
            heading="h2"
            marked={chosenIds.has(service.id)}
          />
        </li>
      ))}
    </ul>
  );
}

/** Results that are on their way. */
export function ResultsSkeleton() {
  return (
    <div className={GRID}>
      {SKELETONS.map((key) => (
        <ServiceCardSkeleton key={key} />
      ))}
    </div>
  );
}

interface MoreProps {
  status: MoreStatus;
  shown: number;
  total: number;
  onMore: () => void;
}

/** The way to the next page of results, and how far one has come. */
export function More({ status, shown, total, onMore }: MoreProps) {
  const t = useTranslations('search');
  return (
    <div className="mt-12 grid justify-items-center gap-3">
      {status === 'failed' ? (
        <Notice urgent tone="warning" title={t('moreFailed')} className="w-full max-w-md">
          {t('moreFailedText')}
        </Notice>
      ) : null}
      <p className="text-xs text-muted">{t('shown', { shown, total })}</p>
      <Button loading={status === 'loading' && t('moreLoading')} onClick={onMore}>
        {status === 'failed' ? t('retry') : t('more')}
      </Button>
    </div>
  );
}
