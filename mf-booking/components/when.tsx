import { formatWallTime, offsetMs, zoneCity } from '@marketplace/kit/ui/date-time';
import { useLocale, useTranslations } from 'use-intl';

interface WhenWhereProps {
  start: string;
  timeZone: string;
  /** The viewer's zone; its clock is named too where it shows another time. */
  viewerZone?: string | undefined;
}

/** A start as a date and a clock time that names its zone. */
export function WhenWhere({ start, timeZone, viewerZone = timeZone }: WhenWhereProps) {
  const t = useTranslations('when');
  const locale = useLocale();
  const instant = new Date(start);
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(instant);
  const clock = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(instant);
  const differs = offsetMs(instant, viewerZone) !== offsetMs(instant, timeZone);
  return (
    <>
      <time dateTime={start} className="block">
        <span className="block font-medium">{date}</span>
        <span className="block tabular-nums">
          {clock} ({zoneCity(timeZone)})
        </span>
      </time>
      {differs && (
        <span className="mt-1 block text-sm tabular-nums text-muted">
          {t('forYou', {
            time: formatWallTime({ instant, timeZone: viewerZone, locale }),
            city: zoneCity(viewerZone),
          })}
        </span>
      )}
    </>
  );
}
