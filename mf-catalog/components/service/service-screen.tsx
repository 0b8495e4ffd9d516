import { Art } from '@marketplace/kit/ui/art';
import { formatPrice } from '@marketplace/kit/ui/price';
import { PriceSplit } from '@marketplace/kit/ui/price-split';
import { Rating } from '@marketplace/kit/ui/rating';
import { useLocale } from '@marketplace/kit/ui/scope';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { useTranslations } from 'use-intl';
import { BookingBar } from '../booking-rail/booking-bar';
import { SideRail } from '../booking-rail/booking-rail';
import { Address } from '../place/address';
import { PlaceMap } from '../place/place-map';
import { Paragraphs } from '../shared/paragraphs';
import { Section } from '../shared/section';
import { useServiceWords } from '../shared/use-service-words';
import { Facts } from './facts';
import { Policy } from './policy';
import { ProviderCard } from './provider-card';

interface ServiceScreenProps {
  service: ServiceDetail;
  renderedAt: string;
}

/** One service: what one gets, when, for how much, and what if plans change. */
export function ServiceScreen({ service, renderedAt }: ServiceScreenProps) {
  const t = useTranslations('detail');
  const rail = { services: [service], serviceId: service.id };
  return (
    <div className="mx-auto max-w-page px-4 pb-20 pt-4 sm:px-6">
      <div className="grid gap-x-14 lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start">
        <div className="grid gap-14">
          <div className="grid gap-8">
            <div className="h-48 overflow-hidden rounded-card sm:h-80">
              <Art seed={service.id} category={service.category} />
            </div>
            <ServiceTitle service={service} />
            <Facts service={service} />
          </div>
          <Section title={t('about')}>
            <Paragraphs text={service.description} />
          </Section>
          <Section title={t('price')}>
            <WhatYouPay service={service} />
          </Section>
          <Section title={t('policy')}>
            <Policy policy={service.policy} provider={service.providerName} />
          </Section>
          <Section title={t('place')}>
            <PlaceMap place={service.place} />
            <Address place={service.place} />
          </Section>
          <Section title={t('provider')}>
            <ProviderCard service={service} />
          </Section>
        </div>
        <SideRail {...rail} />
      </div>
      <BookingBar {...rail} renderedAt={renderedAt} />
    </div>
  );
}

function ServiceTitle({ service }: { service: ServiceDetail }) {
  const t = useTranslations();
  const words = useServiceWords();
  const { title, category, providerName, providerSlug, rating, ratingCount } = service;
  return (
    <header className="grid gap-2">
      <p className="text-sm font-medium text-muted">{t(`category.${category}`)}</p>
      <h1 className="font-display text-3xl font-bold">{title}</h1>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <SiteLink
          href={`/p/${providerSlug}`}
          className="font-semibold underline decoration-line-strong/60 underline-offset-4 hover:decoration-ink"
        >
          {t('service.by', { provider: providerName })}
        </SiteLink>
        <Rating value={rating} count={ratingCount} label={words.rating(rating, ratingCount)} />
      </p>
    </header>
  );
}

/** The price split for a guest, and what signing in makes of it. */
function WhatYouPay({ service }: { service: ServiceDetail }) {
  const t = useTranslations('detail');
  const locale = useLocale();
  const { title, priceMinor, guestPriceMinor, currency } = service;
  const price = formatPrice({ amountMinor: priceMinor, currency, locale });
  return (
    <div className="grid max-w-md gap-4">
      <PriceSplit
        currency={currency}
        rows={[
          { label: title, amountMinor: priceMinor },
          {
            label: t('surcharge'),
            amountMinor: guestPriceMinor - priceMinor,
            note: t('surchargeNote'),
          },
        ]}
        total={{ label: t('totalGuest'), amountMinor: guestPriceMinor }}
      />
      <p className="rounded-control bg-primary-quiet px-4 py-3 text-sm font-medium text-primary">
        {t('totalSignedIn', { price })}
      </p>
    </div>
  );
}
