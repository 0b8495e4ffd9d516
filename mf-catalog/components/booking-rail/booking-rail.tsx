import { Button } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { zoneCity } from '@marketplace/kit/ui/date-time';
import { Field } from '@marketplace/kit/ui/field';
import { Select } from '@marketplace/kit/ui/select';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { ServiceSummary } from '@marketplace/services/catalog/contract';
import { Clock3, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { GuestPrice } from '../cards/guest-price';
import { useServiceWords } from '../shared/use-service-words';
import { TimePicker } from './time-picker';

export interface BookingRailProps {
  /** Services to choose from; with one there is no choice. */
  services: readonly ServiceSummary[];
  serviceId: string;
  onChoose?: (serviceId: string) => void;
}

/** What to book, when, and for how much. */
export function BookingRail({ services, serviceId, onChoose }: BookingRailProps) {
  const t = useTranslations('rail');
  const words = useServiceWords();
  const service = services.find(({ id }) => id === serviceId);
  if (!service) return null;
  return (
    <div className="grid gap-5">
      {services.length > 1 ? (
        <Field label={t('service')}>
          <Select value={serviceId} onChange={({ target }) => onChoose?.(target.value)}>
            {services.map(({ id, title, durationMin }) => (
              <option key={id} value={id}>
                {t('serviceOption', { title, duration: words.duration(durationMin) })}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <GuestPrice service={service} className="text-sm" />
      <TimePicker serviceId={serviceId} />
      <Button asChild>
        <SiteLink href={`/book/${serviceId}`}>{t('all')}</SiteLink>
      </Button>
      <ul className="grid gap-1.5 text-xs text-muted">
        <li className="flex items-center gap-2">
          <Clock3 aria-hidden className="size-4 shrink-0" />
          {t('zone', { city: zoneCity(service.timeZone) })}
        </li>
        <li className="flex items-center gap-2">
          <ShieldCheck aria-hidden className="size-4 shrink-0" />
          {t('reassurance')}
        </li>
      </ul>
    </div>
  );
}

/** The rail beside the page, in view while the page moves. */
export function SideRail(props: BookingRailProps) {
  const t = useTranslations('rail');
  return (
    <Card asChild elevation="lift" className="sticky top-24 hidden p-6 lg:block">
      <aside aria-label={t('title')}>
        <h2 className="mb-5 font-display text-xl font-semibold">{t('title')}</h2>
        <BookingRail {...props} />
      </aside>
    </Card>
  );
}
