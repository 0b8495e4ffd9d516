import type { Problem } from '@marketplace/kit/slice/request';
import { Notice } from '@marketplace/kit/ui/notice';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useMoney } from '../use-money';

const EXPLAINED = [
  'SLOT_TAKEN',
  'SLOT_UNAVAILABLE',
  'PRICE_CHANGED',
  'HOLD_EXPIRED',
  'UNREACHABLE',
] as const;

function newTotalMinor({ price }: Problem): number {
  return (price as { totalMinor?: number } | undefined)?.totalMinor ?? 0;
}

interface RefusalProps {
  problem: Problem;
  currency: string;
  /** What can be done about it at once. */
  children?: ReactNode;
}

/** What the service refused: what happened, what is safe, what to do. */
export function Refusal({ problem, currency, children }: RefusalProps) {
  const t = useTranslations('refused');
  const money = useMoney(currency);
  const code = EXPLAINED.find((known) => known === problem.code) ?? 'other';
  const values = { total: money(newTotalMinor(problem)) };
  return (
    <Notice
      tone={code === 'other' || code === 'UNREACHABLE' ? 'danger' : 'warning'}
      title={t(`${code}.title`)}
      urgent
      actions={children}
      className="mb-6"
    >
      {t(`${code}.text`, values)}
    </Notice>
  );
}
