import { CANCELLATION_TERMS, type CancellationPolicy } from '@marketplace/services/domain/policy';
import { CircleCheck, CircleDashed, CircleX, Store } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** When a customer who cancels gets what back, in words. */
export function Policy({ policy, provider }: { policy: CancellationPolicy; provider: string }) {
  const t = useTranslations('detail');
  const { wholeUntilHours, halfUntilHours } = CANCELLATION_TERMS[policy];
  const period = (hours: number): string =>
    hours > 24 && hours % 24 === 0
      ? t('days', { count: hours / 24 })
      : t('hours', { count: hours });
  const lines = [
    { icon: CircleCheck, text: t('policyWhole', { period: period(wholeUntilHours) }) },
    ...(halfUntilHours === undefined
      ? []
      : [{ icon: CircleDashed, text: t('policyHalf', { period: period(halfUntilHours) }) }]),
    { icon: CircleX, text: t('policyNone') },
    { icon: Store, text: t('policyProvider', { provider }) },
  ];
  return (
    <ul className="grid gap-3 text-sm">
      {lines.map(({ icon: Icon, text }) => (
        <li key={text} className="flex items-start gap-3">
          <Icon aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
          {text}
        </li>
      ))}
    </ul>
  );
}
