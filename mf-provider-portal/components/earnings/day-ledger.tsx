import type { LedgerEntry } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import { entriesOf } from '../../data/days/earnings-days';
import { effectMinor } from '../../data/money/ledger-csv';
import { useClock } from '../use-clock';
import { useMoney } from '../use-money';
import { useDayLabel } from './use-day-label';

interface DayLedgerProps {
  /** Local date in the provider's zone. */
  date: string;
  entries: readonly LedgerEntry[];
  timeZone: string;
}

const takeFocus = (heading: HTMLHeadingElement | null) => heading?.focus();

/** Every movement of one day, with what it means for the provider. */
export function DayLedger({ date, entries, timeZone }: DayLedgerProps) {
  const t = useTranslations('earnings');
  const ofDay = entriesOf(entries, date, timeZone);
  const label = useDayLabel(ofDay[0]?.currency ?? 'EUR');
  return (
    <section aria-label={t('ledger')}>
      <h2
        ref={takeFocus}
        tabIndex={-1}
        className="mb-3 font-display text-lg font-semibold focus-visible:outline-none"
      >
        {label.longName(date)}
      </h2>
      {ofDay.length === 0 ? (
        <p className="text-sm text-muted">{t('noEntries')}</p>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {ofDay.map((entry) => (
            <Entry key={`${entry.stripeId} ${entry.type}`} entry={entry} timeZone={timeZone} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Entry({ entry, timeZone }: { entry: LedgerEntry; timeZone: string }) {
  const t = useTranslations('earnings');
  const clock = useClock(timeZone);
  const money = useMoney();
  const effect = effectMinor(entry);
  const sign = effect > 0 ? '+' : '';
  return (
    <li className="grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 py-3 text-sm">
      <time dateTime={entry.at} className="tabular-nums text-muted">
        {clock.time(entry.at)}
      </time>
      <span className="min-w-0">
        <span className="block font-medium">{t(`types.${entry.type}`)}</span>
        <span className="block truncate text-xs text-muted">
          {entry.bookingId !== null && `${t('booking', { id: entry.bookingId })} · `}
          {entry.stripeId}
        </span>
      </span>
      <span className="text-right tabular-nums">
        {effect === 0 ? (
          <>
            <span className="text-muted">{money(entry.amountMinor, entry.currency)}</span>
            <span className="block text-xs text-muted">{t('notYours')}</span>
          </>
        ) : (
          <span className="font-semibold">
            {sign}
            {money(effect, entry.currency)}
          </span>
        )}
      </span>
    </li>
  );
}
