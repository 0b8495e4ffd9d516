import type { Earnings, LedgerEntry } from '@marketplace/services/provider/contract';
import { localDate } from './day';

/** Earnings with the UTC instants they are asked for. */
export interface EarningsRange {
  from: string;
  to: string;
  earnings: Earnings;
}

export type EarningsDay = Earnings['byDay'][number];

const MS_PER_DAY = 86_400_000;

/** The range of so many days up to now, as UTC instants. */
export const lastDays = (days: number, nowMs: number): { from: string; to: string } => ({
  from: new Date(nowMs - days * MS_PER_DAY).toISOString(),
  to: new Date(nowMs).toISOString(),
});

const nextDate = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + MS_PER_DAY).toISOString().slice(0, 10);

/** Every local date of the range in order, those without a movement as zero. */
export function everyDay({ from, to, earnings }: EarningsRange, timeZone: string): EarningsDay[] {
  const known = new Map(earnings.byDay.map((day) => [day.date, day]));
  const days: EarningsDay[] = [];
  const last = localDate(to, timeZone);
  for (let date = localDate(from, timeZone); date <= last; date = nextDate(date)) {
    days.push(known.get(date) ?? { date, netMinor: 0, bookings: 0 });
  }
  return days;
}

/** The ledger entries of one local date. */
export const entriesOf = (entries: readonly LedgerEntry[], date: string, timeZone: string) =>
  entries.filter((entry) => localDate(entry.at, timeZone) === date);
