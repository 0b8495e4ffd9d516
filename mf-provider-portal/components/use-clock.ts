import { formatWallTime } from '@marketplace/kit/ui/date-time';
import { dateFormat } from '@marketplace/kit/ui/formats';
import { useLocale } from 'use-intl';

/** Dates and clock times in the provider's zone; the zone itself is named once a screen. */
export function useClock(timeZone: string) {
  const locale = useLocale();
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = dateFormat(locale, { ...options, timeZone });
    return (instant: string | number) => formatter.format(new Date(instant));
  };
  return {
    time: (instant: string | number) =>
      formatWallTime({ instant: new Date(instant), timeZone, locale, style: 'time' }),
    day: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    longDay: format({ weekday: 'long', day: 'numeric', month: 'long' }),
    zoneName: format({ timeZoneName: 'long', hour: 'numeric' }),
  };
}
