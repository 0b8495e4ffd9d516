import { LEDGER_FLOWS } from '@marketplace/services/domain/money';
import type { LedgerEntry } from '@marketplace/services/provider/contract';
import { priceText } from './price-text';

/** What an entry does to the provider's balance; 0 for what moves between others. */
export function effectMinor({ type, amountMinor }: Pick<LedgerEntry, 'type' | 'amountMinor'>) {
  const flow = LEDGER_FLOWS[type];
  if (flow?.to === 'provider') return amountMinor;
  return flow?.from === 'provider' ? -amountMinor : 0;
}

const HEADER = ['at', 'booking', 'type', 'amount', 'for_you', 'currency', 'stripe_id'];

/** A field as RFC 4180 wants it: quoted where it must be, quotes doubled. */
const field = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Ledger entries as CSV (RFC 4180): a header, decimal amounts, lines that end in CRLF. */
export function ledgerCsv(entries: readonly LedgerEntry[]): string {
  const rows = entries.map((entry) => [
    entry.at,
    entry.bookingId ?? '',
    entry.type,
    priceText(entry.amountMinor, entry.currency),
    priceText(effectMinor(entry), entry.currency),
    entry.currency,
    entry.stripeId,
  ]);
  return [HEADER, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');
}
