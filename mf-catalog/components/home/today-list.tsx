import { Art } from '@marketplace/kit/ui/art';
import { formatWallTime } from '@marketplace/kit/ui/date-time';
import { useLocale } from '@marketplace/kit/ui/scope';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { GuestPrice } from '../cards/guest-price';
import { useServiceWords } from '../shared/use-service-words';

/** What is free in the coming hours: the time first, since that is the question. */
export function TodayList({ services }: { services: readonly ServiceSummary[] }) {
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {services.map((service) => (
        <li key={service.id}>
          <TodayItem service={service} />
        </li>
      ))}
    </ul>
  );
}

function TodayItem({ service }: { service: ServiceSummary }) {
  const words = useServiceWords();
  const locale = useLocale();
  const { id, title, category, nextFree, timeZone, providerName, durationMin } = service;
  const href = nextFree ? `/book/${id}?start=${encodeURIComponent(nextFree)}` : `/s/${id}`;
  return (
    <SiteLink
      href={href}
      className="flex h-full items-stretch overflow-hidden rounded-card border border-line bg-surface shadow-card transition-shadow duration-feedback hover:shadow-lift"
    >
      <span className="grid w-24 shrink-0 place-content-center border-r border-dashed border-line-strong/40 bg-accent-quiet px-2 text-center font-display text-lg font-semibold tabular-nums text-accent-text">
        {nextFree ? (
          <time dateTime={nextFree}>
            {formatWallTime({ instant: new Date(nextFree), timeZone, locale, style: 'time' })}
          </time>
        ) : null}
      </span>
      <span className="grid min-w-0 flex-1 content-center gap-0.5 p-4 text-sm">
        <span className="truncate text-base font-semibold">{title}</span>
        <span className="truncate text-muted">
          {providerName} · {words.duration(durationMin)}
        </span>
        <GuestPrice service={service} stacked />
      </span>
      <span className="hidden w-20 shrink-0 overflow-hidden sm:block">
        <Art seed={id} category={category} />
      </span>
    </SiteLink>
  );
}
