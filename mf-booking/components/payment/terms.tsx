import { formatDateTime } from '@marketplace/kit/ui/date-time';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { refundDeadlines } from '@marketplace/services/domain/policy';
import { useLocale, useTranslations } from 'use-intl';

interface TermsProps {
  service: ServiceDetail;
  /** UTC instant. */
  start: string;
  /** The amount as it is shown. */
  total: string;
}

/** What is charged when, and until when it can be taken back, before it happens. */
export function Terms({ service, start, total }: TermsProps) {
  const t = useTranslations('pay');
  const locale = useLocale();
  const { timeZone } = service;
  const { wholeUntil, halfUntil } = refundDeadlines(service.policy, new Date(start));
  const isOpen = (deadline: Date) => deadline.getTime() > Date.now();
  const date = (instant: Date) => formatDateTime({ instant, timeZone, locale });
  return (
    <p className="text-sm">
      {service.requiresApproval
        ? t('authorise', { provider: service.providerName, total })
        : t('youPay', { total })}{' '}
      {isOpen(wholeUntil) && t('freeUntil', { date: date(wholeUntil) })}{' '}
      {halfUntil && isOpen(halfUntil) && t('halfUntil', { date: date(halfUntil) })}
    </p>
  );
}
