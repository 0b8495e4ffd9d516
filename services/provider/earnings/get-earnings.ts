import { balances } from '../../domain/money';
import type { LedgerItem } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { Earnings } from '../contract';
import { requireProvider } from '../require-provider';

const DEFAULT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What the provider has earned in a range (by default the last 30 days), and every movement behind it. */
export async function getEarnings(
  context: ProviderContext,
  { from, to }: { from?: string | undefined; to?: string | undefined },
): Promise<Earnings> {
  const { providerId, currency, timeZone } = await requireProvider(context);
  const untilMs = to === undefined ? context.now.getTime() + 1 : Date.parse(to);
  const fromMs = from === undefined ? untilMs - DEFAULT_DAYS * DAY_MS : Date.parse(from);
  const { data } = await context.table.ledger.query
    .byProvider({ ownerId: providerId })
    .between({ at: instant(fromMs) }, { at: instant(untilMs - 1) })
    .go({ pages: 'all' });
  const entries = data.filter((entry) => entry.currency === currency);
  return {
    currency,
    ...earned(entries),
    byDay: [...byLocalDate(entries, timeZone)].map(([date, ofDay]) => ({ date, ...earned(ofDay) })),
    entries: data.map(({ bookingId, type, amountMinor, currency, stripeId, at }) => ({
      ...{ bookingId, type, amountMinor, currency, stripeId, at },
    })),
  };
}

/** The provider's own gain: a payout only moves it to the bank. */
function earned(entries: readonly LedgerItem[]): { netMinor: number; bookings: number } {
  const movements = entries.filter(({ type }) => type !== 'payout');
  return {
    netMinor: balances(movements).provider,
    bookings: new Set(movements.map(({ bookingId }) => bookingId)).size,
  };
}

/** Entries come by time, so the days do too. */
function byLocalDate(entries: readonly LedgerItem[], timeZone: string): Map<string, LedgerItem[]> {
  const days = new Map<string, LedgerItem[]>();
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
