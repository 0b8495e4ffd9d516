import type { Problem } from '@marketplace/kit/slice/request';
import { Notice } from '@marketplace/kit/ui/notice';
import { useTranslations } from 'use-intl';
import { useMoney } from '../use-money';

const EXPLAINED = [
  'SLOT_TAKEN',
  'SLOT_UNAVAILABLE',
  'PRICE_CHANGED',
  'HOLD_EXPIRED',
  'UNREACHABLE',
] as const;

/** The price that a `PRICE_CHANGED` problem carries beside its code. */
function newTotalMinor(problem: Problem): number {
  const price = problem.price as { totalMinor?: number } | undefined;
  return price?.totalMinor ?? 0;
}

/** What the service refused: what happened, what is safe, what to do. */
export function Refusal({ problem, currency }: { problem: Problem; currency: string }) {
  const t = useTranslations('refused');
  const money = useMoney(currency);
  const code = EXPLAINED.find((known) => known === problem.code) ?? 'other';
  const values = { total: money(newTotalMinor(problem)) };
  return (
    <Notice
      tone={code === 'other' || code === 'UNREACHABLE' ? 'danger' : 'warning'}
      title={t(`${code}.title`)}
      urgent
      className="mb-6"
    >
      {t(`${code}.text`, values)}
    </Notice>
  );
}
