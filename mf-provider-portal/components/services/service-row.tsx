import { Art } from '@marketplace/kit/ui/art';
import { Badge } from '@marketplace/kit/ui/badge';
import { Button } from '@marketplace/kit/ui/button';
import { quote } from '@marketplace/services/domain/money';
import type { OwnService } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import { useMoney } from '../use-money';

interface ServiceRowProps {
  service: OwnService;
  onEdit(): void;
  onStatus(status: OwnService['status']): void;
}

export function ServiceRow({ service, onEdit, onStatus }: ServiceRowProps) {
  const t = useTranslations('services');
  const facts = [
    t('minutes', { minutes: service.durationMin }),
    service.capacity > 1 && t('capacity', { count: service.capacity }),
    service.requiresApproval ? t('approval') : t('instant'),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center gap-4 rounded-card border border-line bg-surface p-4">
      <div className="size-16 shrink-0 overflow-hidden rounded-control">
        <Art seed={service.id} category={service.category} />
      </div>
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {service.title} <Badge>{t(`status.${service.status}`)}</Badge>
        </p>
        <p className="text-sm text-muted">{facts.join(' · ')}</p>
        <Takings service={service} />
      </div>
      <div className="flex gap-2">
        <Button size="small" onClick={onEdit}>
          {t('edit')}
        </Button>
        <Button
          size="small"
          variant="quiet"
          onClick={() => onStatus(service.status === 'active' ? 'paused' : 'active')}
        >
          {service.status === 'active' ? t('pause') : t('resume')}
        </Button>
      </div>
    </li>
  );
}

/** Who pays and gets what for one seat: the same rule that prices a booking. */
function Takings({ service: { priceMinor, currency } }: { service: OwnService }) {
  const t = useTranslations('services');
  const money = useMoney();
  const guest = quote({ unitPriceMinor: priceMinor, currency, guest: true });
  return (
    <p className="text-sm tabular-nums">
      {t('youGet', {
        net: money(guest.providerNetMinor, currency),
        price: money(guest.baseMinor, currency),
        guestPrice: money(guest.totalMinor, currency),
      })}
    </p>
  );
}
