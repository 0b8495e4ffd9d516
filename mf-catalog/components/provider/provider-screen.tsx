import { Button } from '@marketplace/kit/ui/button';
import { zoneCity } from '@marketplace/kit/ui/date-time';
import { EmptyState } from '@marketplace/kit/ui/empty-state';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { ProviderPage } from '@marketplace/services/catalog/contract';
import { CalendarOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { searchHref } from '../../data/search/search-state';
import { BookingBar } from '../booking-rail/booking-bar';
import { SideRail } from '../booking-rail/booking-rail';
import { Address } from '../place/address';
import { PlaceMap } from '../place/place-map';
import { Paragraphs } from '../shared/paragraphs';
import { Section } from '../shared/section';
import { Hours } from './hours';
import { ProviderHeader } from './provider-header';
import { Reviews } from './reviews';
import { ServiceRow } from './service-row';

interface ProviderScreenProps {
  provider: ProviderPage;
  renderedAt: string;
}

/** A provider: who they are, what they offer and when, what others say, where it is. */
export function ProviderScreen({ provider, renderedAt }: ProviderScreenProps) {
  const t = useTranslations();
  const { services, place, timeZone } = provider;
  const [serviceId, setServiceId] = useState(services[0]?.id ?? '');
  const rail = { services, serviceId, onChoose: setServiceId };
  const zone = { city: zoneCity(timeZone) };
  return (
    <div className="mx-auto max-w-page px-4 pb-20 pt-4 sm:px-6">
      <ProviderHeader provider={provider} />
      <div className="mt-12 grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <div className="grid gap-14 sm:px-6 lg:pr-0">
          <Section title={t('provider.about')}>
            <Paragraphs text={provider.about} />
          </Section>
          <Section title={t('provider.services')} note={t('rail.zone', zone)}>
            {services.length === 0 ? (
              <NothingOnOffer provider={provider} />
            ) : (
              <ul className="divide-y divide-line">
                {services.map((service) => (
                  <ServiceRow key={service.id} service={service} />
                ))}
              </ul>
            )}
          </Section>
          <Section title={t('provider.reviews')}>
            <Reviews reviews={provider.reviews} timeZone={timeZone} />
          </Section>
          <Section title={t('provider.place')}>
            <PlaceMap place={place} />
            <Address place={place} />
          </Section>
          <Section title={t('provider.hours')} note={t('provider.hoursZone', zone)}>
            <Hours hours={provider.hours} timeZone={timeZone} />
          </Section>
        </div>
        {services.length > 0 ? <SideRail {...rail} /> : null}
      </div>
      {services.length > 0 ? <BookingBar {...rail} renderedAt={renderedAt} /> : null}
    </div>
  );
}

function NothingOnOffer({ provider: { name, place } }: { provider: ProviderPage }) {
  const t = useTranslations('provider');
  return (
    <EmptyState
      icon={CalendarOff}
      title={t('servicesNone')}
      action={
        <Button asChild variant="primary">
          <SiteLink href={searchHref({ near: place, radiusKm: 10 })}>{t('findOthers')}</SiteLink>
        </Button>
      }
    >
      {t('servicesNoneText', { provider: name })}
    </EmptyState>
  );
}
