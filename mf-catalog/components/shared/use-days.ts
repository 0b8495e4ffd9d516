import { useLocale } from '@marketplace/kit/ui/scope';
import { useTranslations } from 'use-intl';
import { addDays, formatDate, localDate } from '../../data/days/local-days';

const DAYS = 7;

/** The coming week as choices: today and tomorrow by name, every day by date. */
export function useDays(renderedAt: string, timeZone: string): { date: string; label: string }[] {
  const t = useTranslations('find');
  const locale = useLocale();
  const today = localDate(new Date(renderedAt), timeZone);
  return Array.from({ length: DAYS }, (_, offset) => {
    const date = addDays(today, offset);
    const written = formatDate(date, locale);
    if (offset > 1) return { date, label: written };
    return { date, label: t(offset === 0 ? 'today' : 'tomorrow', { date: written }) };
  });
}
