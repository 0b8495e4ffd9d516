import type { LedgerEntry } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import { useClock } from '../../use-clock';
import { useMoney } from '../../use-money';

/** Every movement with its Stripe id: the same entries that the provider reads. */
export function BookingLedger({ entries }: { entries: LedgerEntry[] }) {
  const t = useTranslations('operator');
  const clock = useClock('UTC');
  const money = useMoney();
  if (entries.length === 0) return <p className="text-sm text-muted">{t('bookings.noEntries')}</p>;
  return (
    <ul className="divide-y divide-line text-sm">
      {entries.map((entry) => (
        <li
          key={`${entry.type} ${entry.stripeId}`}
          className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 py-3"
        >
          <span className="font-medium">{t(`entries.${entry.type}`)}</span>
          <span className="text-right font-semibold tabular-nums">
            {money(entry.amountMinor, entry.currency)}
          </span>
          <span className="col-span-2 break-all text-xs text-muted">
            <time dateTime={entry.at}>
              {clock.day(entry.at)}, {clock.time(entry.at)}
            </time>{' '}
            · {entry.stripeId}
          </span>
        </li>
      ))}
    </ul>
  );
}
