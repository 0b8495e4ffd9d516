import type { Day } from '../../data/calendar-days';

/** A calendar date's noon in UTC: formatted in UTC, it is that date everywhere. */
export const atNoon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

export const monthName = (month: Day, locale: string): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    atNoon(month),
  );
