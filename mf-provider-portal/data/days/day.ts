/** Local date `YYYY-MM-DD` of an instant in a zone. */
export const localDate = (instant: string | number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(instant));

interface Timed {
  start: string;
  end: string;
}

export interface Agenda<T> {
  /** The one that runs now or comes next, whatever its day. */
  next: T | null;
  /** Today's others that are still ahead, and those of the days after. */
  later: T[];
  /** What of today is over. */
  earlier: T[];
}

/** Orders bookings as a day at the desk sees them. */
export function agendaOf<T extends Timed>(
  bookings: readonly T[],
  nowMs: number,
  timeZone: string,
): Agenda<T> {
  const sorted = bookings.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start));
  const ahead = sorted.filter((booking) => Date.parse(booking.end) > nowMs);
  const today = localDate(nowMs, timeZone);
  return {
    next: ahead[0] ?? null,
    later: ahead.slice(1),
    earlier: sorted.filter(
      (booking) => Date.parse(booking.end) <= nowMs && localDate(booking.start, timeZone) === today,
    ),
  };
}

const MS_PER_MINUTE = 60_000;

/** How far away a start is, in the unit a person would say. */
export function distanceTo(
  start: string,
  nowMs: number,
): { unit: 'running' } | { unit: 'minutes' | 'hours'; count: number } | null {
  const minutes = Math.ceil((Date.parse(start) - nowMs) / MS_PER_MINUTE);
  if (minutes <= 0) return { unit: 'running' };
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.round(minutes / 60);
  return hours <= 12 ? { unit: 'hours', count: hours } : null;
}
