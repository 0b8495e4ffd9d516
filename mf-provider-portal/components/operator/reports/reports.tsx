import { Badge } from '@marketplace/kit/ui/badge';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import type { ReconciliationReport } from '@marketplace/services/provider/contract';
import { Scale } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useClock } from '../../use-clock';
import { useMoney } from '../../use-money';

type Difference = ReconciliationReport['differences'][number];

/** What the nightly comparison of ledger and Stripe found, the last night first. */
export function Reports({ reports }: { reports: ReconciliationReport[] }) {
  const t = useTranslations('operator.reports');
  const clock = useClock('UTC');
  if (reports.length === 0) {
    return (
      <EmptyState icon={Scale} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-4">
      {reports.map((report) => (
        <li key={report.day} className="rounded-card border border-line p-4">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h2 className="font-semibold">{clock.longDay(`${report.day}T12:00:00Z`)}</h2>
            <Badge tone={report.differenceCount === 0 ? 'success' : 'danger'}>
              {t('differences', { count: report.differenceCount })}
            </Badge>
          </div>
          <p className="mt-1 text-sm text-muted">
            {t('compared', { ledger: report.ledgerCount, stripe: report.stripeCount })}
          </p>
          {report.differences.length > 0 && (
            <ul className="mt-3 divide-y divide-line">
              {report.differences.map((difference) => (
                <DifferenceRow
                  key={`${difference.kind} ${difference.type} ${difference.stripeId}`}
                  difference={difference}
                />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function DifferenceRow({ difference }: { difference: Difference }) {
  const t = useTranslations('operator.reports');
  const money = useMoney();
  const { kind, type, stripeId, account, bookingId, ledger, stripe } = difference;
  const sum = (side: Difference['ledger']) =>
    side ? money(side.amountMinor, side.currency) : t('nothing');
  return (
    <li className="grid gap-1 py-3 text-sm sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-x-6">
      <span className="font-medium">{t(`kinds.${kind}`)}</span>
      <span className="tabular-nums">
        {t('sides', { ledger: sum(ledger), stripe: sum(stripe) })}
      </span>
      <span className="break-all text-xs text-muted">
        {[type, stripeId, account, bookingId].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
