import { Badge } from '@marketplace/kit/ui/badge';
import { Button } from '@marketplace/kit/ui/button';
import type { ManagedProvider } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import type { ProviderDecision } from '../../../data/operator';

interface ProviderRowProps {
  provider: ManagedProvider;
  isBusy: boolean;
  onDecide(decision: ProviderDecision): void;
}

const TONES = { draft: 'warning', active: 'success', suspended: 'danger' } as const;

export function ProviderRow({ provider, isBusy, onDecide }: ProviderRowProps) {
  const t = useTranslations('operator.providers');
  const { status, chargesEnabled } = provider;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <div className="min-w-0 flex-1 basis-48">
        <p className="truncate font-medium">{provider.name}</p>
        <p className="text-xs text-muted">
          {provider.city}, {provider.country} · {t('bookings', { count: provider.bookingsCount })}
        </p>
      </div>
      <Badge tone={TONES[status]}>{t(`statuses.${status}`)}</Badge>
      {!chargesEnabled && <Badge tone="warning">{t('notPayable')}</Badge>}
      <div className="flex gap-2">
        {provider.actions.map((action) => (
          <Button
            key={action}
            size="small"
            variant={action === 'suspend' ? 'quiet' : 'secondary'}
            disabled={isBusy}
            aria-label={t(`decide.${action}Name`, { name: provider.name })}
            onClick={() => onDecide(action)}
          >
            {t(`decide.${action}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
