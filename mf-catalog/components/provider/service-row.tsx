import { Art } from '@marketplace/kit/ui/art';
import { nearStyle } from '@marketplace/kit/ui/date-time';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import { Skeleton } from '@marketplace/kit/ui/skeleton';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { useTranslations } from 'use-intl';
import { TimeLink } from '../booking-rail/time-link';
import { useSlots } from '../booking-rail/use-slots';
import { GuestPrice } from '../cards/guest-price';
import { useSeen } from '../shared/use-seen';
import { useServiceWords } from '../shared/use-service-words';

const TIMES = 4;

/** A service of a provider with its next times to tap. */
export function ServiceRow({ service }: { service: ServiceSummary }) {
  const t = useTranslations('rail');
  const words = useServiceWords();
  const [ref, seen] = useSeen<HTMLLIElement>();
  const { id, title, category, durationMin } = service;
  return (
    <li
      ref={ref}
      className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-3 py-5 first:pt-0 last:pb-0 sm:gap-x-5"
    >
      <div className="size-20 overflow-hidden rounded-control sm:row-span-2 sm:h-28 sm:w-36 sm:rounded-card">
        <Art seed={id} category={category} />
      </div>
      <div className="grid min-w-0 content-center gap-0.5 text-sm">
        <h3 className="text-base font-semibold">
          <SiteLink
            href={`/s/${id}`}
            className="underline decoration-transparent underline-offset-4 transition-colors duration-feedback hover:decoration-ink"
          >
            {title}
          </SiteLink>
        </h3>
        <p className="text-muted">{words.duration(durationMin)}</p>
        <GuestPrice service={service} />
      </div>
      <div className="col-span-2 flex flex-wrap items-center gap-2 sm:col-span-1">
        <NextTimes serviceId={seen ? id : undefined} />
        <SiteLink
          href={`/book/${id}`}
          className="inline-flex min-h-target items-center px-2 text-sm font-semibold underline decoration-line-strong/60 underline-offset-4 hover:decoration-ink"
        >
          {t('all')}
        </SiteLink>
      </div>
    </li>
  );
}

function NextTimes({ serviceId }: { serviceId: string | undefined }) {
  const t = useTranslations('rail');
  const { slots } = useSlots(serviceId);
  if (!serviceId || slots.status === 'loading') {
    return [0, 1, 2].map((key) => <Skeleton key={key} className="h-11 w-24" />);
  }
  if (slots.status === 'failed') return <p className="text-sm text-muted">{t('failed')}</p>;
  const { timeZone, slots: free } = slots.list;
  const now = new Date();
  return free
    .slice(0, TIMES)
    .map((slot) => (
      <TimeLink
        key={slot.start}
        serviceId={serviceId}
        slot={slot}
        timeZone={timeZone}
        style={nearStyle(new Date(slot.start), now)}
      />
    ));
}
