import { dateFormat } from '@marketplace/kit/ui/formats';
import { useLocale, useTranslations } from 'use-intl';
import { WEEKDAYS, type Week } from '../../data/days/hours';
import { DayHours } from './day-hours';

interface WeekHoursProps {
  week: Week;
  onChange(week: Week): void;
}

/** A Monday, so that the weekday numbers of ISO count from it. */
const MONDAY_MS = Date.UTC(2024, 0, 1, 12);
const MS_PER_DAY = 86_400_000;

export function WeekHours({ week, onChange }: WeekHoursProps) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const name = dateFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <section aria-label={t('week')}>
      <h2 className="mb-3 font-display text-lg font-semibold">{t('week')}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {WEEKDAYS.map((day) => (
          <li key={day} className="py-3">
            <DayHours
              name={name.format(MONDAY_MS + (day - 1) * MS_PER_DAY)}
              intervals={week[day]}
              onChange={(intervals) => onChange({ ...week, [day]: intervals })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
