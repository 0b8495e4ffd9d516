import { balances } from '../../domain/money';
import type { LedgerItem, PayoutItem } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { Earnings, LedgerEntry } from '../contract';
import { requireProvider } from '../require-provider';

const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;
const ALL = { pages: 'all' } as const;

/** What the provider has earned in a range (by default the last 30 days), and every movement behind it. */
export async function getEarnings(
  context: ProviderContext,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<Earnings> {
  const { providerId, currency, timeZone } = await requireProvider(context);
  const untilMs = to === undefined ? context.now.getTime() + 1 : Date.parse(to);
  const fromMs = from === undefined ? untilMs - DEFAULT_DAYS * DAY_MS : Date.parse(from);
  const data = await readEntries(context, providerId, instant(fromMs), instant(untilMs - 1));
  const entries = data.filter((entry) => entry.currency === currency);
  return {
    currency,
    ...earned(entries),
    byDay: [...byLocalDate(entries, timeZone)].map(([date, ofDay]) => ({ date, ...earned(ofDay) })),
    entries: data.map(shownEntry),
  };
}

/** A ledger entry as its readers see it. */
export function shownEntry(entry: LedgerItem | PayoutItem): LedgerEntry {
  const { type, amountMinor, currency, stripeId, at } = entry;
  const bookingId = 'bookingId' in entry ? entry.bookingId : null;
  return { bookingId, type, amountMinor, currency, stripeId, at };
}

/** Movements of the provider's bookings and payouts of its account, by time. */
async function readEntries(
  { table }: ProviderContext,
  ownerId: string,
  from: string,
  until: string,
): Promise<(LedgerItem | PayoutItem)[]> {
  const [ofBookings, payouts] = await Promise.all([
    table.ledger.query.byProvider({ ownerId }).between({ at: from }, { at: until }).go(ALL),
    table.payout.query.byProvider({ ownerId }).between({ at: from }, { at: until }).go(ALL),
  ]);
  return [...ofBookings.data, ...payouts.data].sort((a, b) => a.at.localeCompare(b.at));
}

/** The provider's own gain: a payout only moves it to the bank. */
function earned(entries: readonly (LedgerItem | PayoutItem)[]): {
  netMinor: number;
  bookings: number;
} {
  const movements = entries.filter((entry) => 'bookingId' in entry);
  return {
    netMinor: balances(movements).provider,
    bookings: new Set(movements.map(({ bookingId }) => bookingId)).size,
  };
}

/** Entries come by time, so the days do too. */
function byLocalDate<Entry extends { at: string }>(
  entries: readonly Entry[],
  timeZone: string,
): Map<string, Entry[]> {
  const days = new Map<string, Entry[]>();
  // Canada writes dates as ISO 8601 does.
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  for (const entry of entries) {
    const date = calendar.format(new Date(entry.at));
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return days;
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
