import { localDate } from '../../data/days/day';
import type { EarningsRange } from '../../data/days/earnings-days';
import { ledgerCsv } from '../../data/money/ledger-csv';

/** Hands the ledger of the range to the browser as a file. */
export function downloadLedger({ from, to, earnings }: EarningsRange, timeZone: string): void {
  const file = new Blob([ledgerCsv(earnings.entries)], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `ledger-${localDate(from, timeZone)}-${localDate(to, timeZone)}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
