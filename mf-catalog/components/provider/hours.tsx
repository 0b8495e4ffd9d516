import { cn } from '@marketplace/kit/ui/cn';
import { useLocale } from '@marketplace/kit/ui/scope';
import type { ProviderPage } from '@marketplace/services/catalog/contract';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  formatWall,
  openingDays,
  type Weekday,
  weekdayAt,
  weekdayName,
} from '../../data/days/opening-hours';
import { useMarket } from '../catalog-root';

/** The week's opening hours on the provider's wall; today stands out once the browser knows the day. */
export function Hours({ hours, timeZone }: Pick<ProviderPage, 'hours' | 'timeZone'>) {
  const t = useTranslations('provider');
  const locale = useLocale();
  const { firstDayOfWeek } = useMarket();
  const today = useToday(timeZone);
  return (
    <table className="w-full max-w-md text-sm">
      <tbody>
        {openingDays(hours, firstDayOfWeek).map(({ weekday, windows }) => (
          <tr
            key={weekday}
            className={cn(
              'border-b border-line last:border-0',
              weekday === today && 'font-semibold',
            )}
          >
            <th
              scope="row"
              className={cn(
                'py-2.5 pr-6 text-left align-top',
                weekday === today ? 'font-semibold' : 'font-normal',
              )}
            >
              {weekdayName(weekday, locale)}
              {weekday === today ? (
                <span className="font-normal text-muted"> · {t('today')}</span>
              ) : null}
            </th>
            <td className="py-2.5 text-right tabular-nums">
              {windows.length === 0 ? <span className="text-muted">{t('closed')}</span> : null}
              {windows.map(({ start, end }) => (
                <span key={start} className="block">
                  {formatWall(start, locale)} – {formatWall(end, locale)}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useToday(timeZone: string): Weekday | undefined {
  const [today, setToday] = useState<Weekday>();
  useEffect(() => setToday(weekdayAt(new Date(), timeZone)), [timeZone]);
  return today;
}
