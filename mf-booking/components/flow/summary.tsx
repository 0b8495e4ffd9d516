import { Art } from '@marketplace/kit/ui/art';
import { cn } from '@marketplace/kit/ui/lib';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import type { Price } from '@marketplace/services/shared/contract';
import { useTranslations } from 'use-intl';
import { useMoney } from '../use-money';
import { WhenWhere } from '../when';

interface SummaryProps {
  service: ServiceDetail;
  start: string | null;
  seats: number;
  price: Price;
  timeZone: string;
  /** On a narrow screen it stands before the step: what is paid is seen before it is paid. */
  isBeforeStep: boolean;
}

/** What is being booked and what is in its price; stays in view through every step. */
export function Summary(props: SummaryProps) {
  const { service, start, seats, price, timeZone, isBeforeStep } = props;
  const t = useTranslations('summary');
  return (
    <aside
      aria-label={t('heading')}
      className={cn(
        'h-fit overflow-hidden rounded-card border border-line bg-surface',
        'lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1',
        isBeforeStep ? 'max-lg:order-1 max-lg:mb-6' : 'max-lg:order-3 max-lg:mt-8',
      )}
    >
      <Art seed={service.id} category={service.category} className="hidden h-28 w-full lg:block" />
      <div className="grid gap-4 p-5">
        <div>
          <p className="font-display text-lg font-semibold">{service.title}</p>
          <p className="text-sm text-muted">
            {service.providerName} · {t('duration', { minutes: service.durationMin })}
          </p>
        </div>
        <div className="border-t border-line pt-4 text-sm">
          <p className="text-muted">{t('when')}</p>
          {start ? <WhenWhere start={start} timeZone={timeZone} /> : <p>{t('notChosen')}</p>}
        </div>
        <PriceLines price={price} seats={seats} />
        <p className="text-sm text-muted">{t(`policy.${service.policy}`)}</p>
      </div>
    </aside>
  );
}

export function PriceLines({ price, seats }: { price: Price; seats: number }) {
  const t = useTranslations('summary');
  const money = useMoney(price.currency);
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 border-t border-line pt-4 text-sm tabular-nums">
      <dt>
        {t('service')}
        {seats > 1 && <span className="text-muted"> · {t('seats', { count: seats })}</span>}
      </dt>
      <dd className="text-right">{money(price.baseMinor)}</dd>
      <dt>{t('surcharge')}</dt>
      <dd className="text-right">
        {price.surchargeMinor ? money(price.surchargeMinor) : t('free')}
      </dd>
      <dt className="mt-1 border-t border-line pt-2.5 text-base font-semibold">{t('total')}</dt>
      <dd className="mt-1 border-t border-line pt-2.5 text-right text-base font-semibold">
        {money(price.totalMinor)}
      </dd>
    </dl>
  );
}
