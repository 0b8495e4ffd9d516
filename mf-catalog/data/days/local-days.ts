import { dateFormat } from '@marketplace/kit/ui/formats';

const DAY_MS = 86_400_000;

/** Calendar date of an instant on a zone's wall, `2026-11-24`. */
export function localDate(instant: Date, timeZone: string): string {
  const format = dateFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return format.format(instant);
}

/** A calendar date some days on. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A calendar date for people: "Tue 24 Nov" in the region's order. */
export function formatDate(date: string, locale: string): string {
  const format = dateFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** Whether a text is a date that exists. */
export function isLocalDate(text: string | undefined): text is string {
  return /^\d{4}-\d\d-\d\d$/.test(text ?? '') && addDaysOrNothing(text ?? '') === text;
}

function addDaysOrNothing(date: string): string | undefined {
  return Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? undefined : addDays(date, 0);
}
