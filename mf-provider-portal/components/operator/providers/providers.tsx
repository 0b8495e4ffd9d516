import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { Notice } from '@marketplace/kit/ui/notice';
import { Select } from '@marketplace/kit/ui/select';
import { Store } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ProviderFilter, ProviderPage } from '../../../data/operator';
import { ProviderRow } from './provider-row';
import { useProviders } from './use-providers';

const STATUSES = ['draft', 'active', 'suspended'] as const;

/** Who may sell here: those that wait come first. */
export function Providers({ first }: { first: ProviderPage }) {
  const t = useTranslations('operator.providers');
  const { page, filter, busyId, hasFailed, decided, show, decide } = useProviders(first);
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap gap-4">
        <Field label={t('status')} className="min-w-44">
          <Select
            value={filter.status}
            onChange={({ target }) =>
              void show({ status: target.value as ProviderFilter['status'] })
            }
          >
            <option value="">{t('all')}</option>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {t(`statuses.${status}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('name')} className="min-w-0 flex-1 basis-48 sm:max-w-xs">
          <Input value={filter.q} onChange={({ target }) => void show({ q: target.value })} />
        </Field>
      </div>
      {hasFailed && <Notice tone="danger" urgent title={t('failed')} />}
      <p role="status" className="text-sm text-muted">
        {decided
          ? t('decided', { name: decided.name, status: t(`statuses.${decided.status}`) })
          : t('found', {
              count: page.total,
              shown: page.items.length,
              isAll: String(page.items.length === page.total),
            })}
      </p>
      {page.items.length === 0 ? (
        <EmptyState icon={Store} title={t('emptyTitle')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {page.items.map((provider) => (
            <ProviderRow
              key={provider.providerId}
              provider={provider}
              isBusy={busyId === provider.providerId}
              onDecide={(decision) => void decide(provider.providerId, decision)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
