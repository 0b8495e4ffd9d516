import { cn } from '@marketplace/kit/ui/cn';
import { type DateTimeStyle, formatWallTime } from '@marketplace/kit/ui/date-time';
import { useLocale } from '@marketplace/kit/ui/scope';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { Slot } from '@marketplace/services/booking/contract';
import { useTranslations } from 'use-intl';

interface TimeLinkProps {
  serviceId: string;
  slot: Slot;
  timeZone: string;
  style: DateTimeStyle;
  className?: string;
}

/** A free time that leads to booking it. The zone is named once, beside. */
export function TimeLink({ serviceId, slot, timeZone, style, className }: TimeLinkProps) {
  const t = useTranslations('rail');
  const locale = useLocale();
  const { start, seatsLeft } = slot;
  const instant = new Date(start);
  const full = formatWallTime({ instant, timeZone, locale, style: 'short' });
  return (
    <SiteLink
      href={`/book/${serviceId}?start=${encodeURIComponent(start)}`}
      className={cn(
        'inline-flex min-h-target flex-col items-center justify-center rounded-control border border-line-strong/50 bg-surface px-3 text-sm font-semibold tabular-nums transition-colors duration-feedback hover:border-ink hover:bg-sunken',
        className,
      )}
    >
      <span className="sr-only">{t('bookAt', { time: full })}</span>
      <time dateTime={start} aria-hidden>
        {formatWallTime({ instant, timeZone, locale, style })}
      </time>
      {seatsLeft === undefined ? null : (
        <span className="text-2xs font-normal text-muted">
          {t('seatsLeft', { count: seatsLeft })}
        </span>
      )}
    </SiteLink>
  );
}
