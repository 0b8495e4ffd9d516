import { cn } from '../lib/cn';
import { useLocale } from '../scope';
import { type DateTimeStyle, formatDateTime, formatWallTime } from './format-date-time';

export interface DateTimeProps {
  /** UTC instant, ISO 8601. */
  instant: string;
  /** IANA zone whose wall clock is shown. */
  timeZone: string;
  style?: DateTimeStyle;
  /** True where the zone is named once for a whole list. */
  zoneNamedNearby?: boolean;
  className?: string;
}

/** An instant for people, with its zone. */
export function DateTime({
  instant,
  timeZone,
  style = 'short',
  zoneNamedNearby,
  className,
}: DateTimeProps) {
  const locale = useLocale();
  const format = zoneNamedNearby ? formatWallTime : formatDateTime;
  return (
    <time dateTime={instant} className={cn('tabular-nums', className)}>
      {format({ instant: new Date(instant), timeZone, locale, style })}
    </time>
  );
}
