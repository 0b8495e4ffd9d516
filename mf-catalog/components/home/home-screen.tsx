import { Button } from '@marketplace/kit/ui/button';
import { Notice } from '@marketplace/kit/ui/notice';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import { useTranslations } from 'use-intl';
import { addDays } from '../../data/days/local-days';
import type { HomeProps } from '../../data/load-home';
import { type SearchState, searchHref } from '../../data/search/search-state';
import { ServiceCards } from '../cards/service-cards';
import { useMarket } from '../catalog-root';
import { Section } from '../shared/section';
import { CategoryTiles } from './category-tiles';
import { Hero } from './hero';
import { HowItWorks } from './how-it-works';
import { NearSection } from './near-section';
import { ProviderDoor } from './provider-door';
import { TodayList } from './today-list';

/** The start page, from the search sentence to the door for providers. */
export function HomeScreen({ renderedAt, today, categories, near, freeToday, best }: HomeProps) {
  const t = useTranslations('home');
  const { city } = useMarket();
  const around: SearchState = { near: city, radiusKm: 25 };
  const place = { city: city.name };
  return (
    <>
      <Hero renderedAt={renderedAt} />
      <div className="mx-auto grid max-w-page gap-16 px-4 pb-20 pt-14 sm:px-6 lg:gap-20">
        {near && freeToday && best && categories ? null : (
          <Notice tone="warning" title={t('failed')} />
        )}
        {categories ? (
          <Section title={t('categories')}>
            <CategoryTiles categories={categories} />
          </Section>
        ) : null}
        {near ? <NearSection services={near} renderedAt={renderedAt} /> : null}
        {freeToday ? (
          <Section
            title={t('today')}
            note={t('todayNote', place)}
            link={{
              href: searchHref({ ...around, availableOn: today, sort: 'nextFree' }),
              label: t('todayLink'),
            }}
          >
            {freeToday.length ? (
              <TodayList services={freeToday} />
            ) : (
              <NothingToday today={today} around={around} />
            )}
          </Section>
        ) : null}
        {best?.length ? (
          <Section
            title={t('best', place)}
            link={{ href: searchHref({ ...around, sort: 'rating' }), label: t('bestLink') }}
          >
            <ServiceCards services={best} renderedAt={renderedAt} />
          </Section>
        ) : null}
        <Section title={t('how')}>
          <HowItWorks />
        </Section>
        <ProviderDoor />
      </div>
    </>
  );
}

function NothingToday({ today, around }: { today: string; around: SearchState }) {
  const t = useTranslations('home');
  const { city } = useMarket();
  return (
    <div className="flex flex-wrap items-center gap-4 text-sm text-muted">
      <p>{t('todayEmpty', { city: city.name })}</p>
      <Button asChild size="small">
        <SiteLink href={searchHref({ ...around, availableOn: addDays(today, 1) })}>
          {t('todayEmptyLink')}
        </SiteLink>
      </Button>
    </div>
  );
}
