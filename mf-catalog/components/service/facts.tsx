import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { CalendarClock, CircleCheckBig, Clock3, MapPin, Users } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useServiceWords } from '../shared/use-service-words';

/** What there is to know about a service, each with its name. */
export function Facts({ service }: { service: ServiceDetail }) {
  const t = useTranslations('detail');
  const words = useServiceWords();
  const { durationMin, city, capacity, minNoticeMin, requiresApproval, providerName } = service;
  const facts = [
    { icon: Clock3, name: t('duration'), value: words.duration(durationMin) },
    { icon: MapPin, name: t('place'), value: city },
    {
      icon: Users,
      name: t('capacity'),
      value: capacity > 1 ? t('capacityValue', { count: capacity }) : t('alone'),
    },
    {
      icon: CalendarClock,
      name: t('notice'),
      value:
        minNoticeMin > 0
          ? t('noticeValue', { duration: words.duration(minNoticeMin) })
          : t('noticeNone'),
    },
    {
      icon: CircleCheckBig,
      name: t('approval'),
      value: requiresApproval
        ? t('approvalNeeded', { provider: providerName })
        : t('approvalInstant'),
    },
  ];
  return (
    <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {facts.map(({ icon: Icon, name, value }) => (
        <div key={name} className="grid grid-cols-[auto_1fr] gap-x-3 text-sm">
          <Icon aria-hidden className="row-span-2 mt-0.5 size-5 text-muted" strokeWidth={1.75} />
          <dt className="text-muted">{name}</dt>
          <dd className="font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
