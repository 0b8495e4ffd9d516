import { useTranslations } from 'use-intl';
import type { DayViewProps } from './day-chart';
import { useDayLabel } from './use-day-label';

/** The chart's days as rows, the latest first; days without a movement are left out. */
export function DayTable({ days, currency, openDate, onOpen }: DayViewProps) {
  const t = useTranslations('earnings');
  const label = useDayLabel(currency);
  const moved = days.filter((day) => day.bookings > 0 || day.netMinor !== 0).toReversed();
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t('chartLabel')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-xs text-muted">
          <th scope="col" className="py-2 font-medium">
            {t('columns.day')}
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            {t('columns.bookings')}
          </th>
          <th scope="col" className="py-2 text-right font-medium">
            {t('columns.net')}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {moved.map((day) => (
          <tr key={day.date} className="border-b border-line">
            <th scope="row" className="text-left font-normal">
              <button
                type="button"
                aria-pressed={day.date === openDate}
                onClick={() => onOpen(day.date)}
                className="min-h-target font-medium underline decoration-line-strong underline-offset-4 hover:decoration-ink"
              >
                {label.name(day.date)}
              </button>
            </th>
            <td className="text-right">{day.bookings}</td>
            <td className="text-right font-semibold">{label.amount(day.netMinor)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
