import { Art } from '@marketplace/kit/ui/art';
import { Avatar } from '@marketplace/kit/ui/avatar';
import { Badge } from '@marketplace/kit/ui/badge';
import { cn } from '@marketplace/kit/ui/cn';
import { Rating } from '@marketplace/kit/ui/rating';
import type { ProviderPage } from '@marketplace/services/catalog/contract';
import { BadgeCheck, MapPin } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useServiceWords } from '../shared/use-service-words';

/** Who they are, and what speaks for them. */
export function ProviderHeader({ provider }: { provider: ProviderPage }) {
  const t = useTranslations('provider');
  const words = useServiceWords();
  const locale = useLocale();
  const { name, headline, rating, ratingCount, place, verified } = provider;
  return (
    <header>
      <Gallery provider={provider} />
      <div className="px-1 sm:px-6">
        <Avatar
          name={name}
          className="relative -mt-12 size-24 text-3xl ring-4 ring-canvas sm:size-28"
        />
        <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 className="font-display text-3xl font-bold">{name}</h1>
          {verified ? (
            <Badge tone="primary">
              <BadgeCheck aria-hidden />
              {t('verified')}
            </Badge>
          ) : null}
        </div>
        <p className="mt-1 max-w-prose text-lg text-muted">{headline}</p>
        <ul className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1.5 text-sm text-muted">
          <li>
            <Rating
              value={rating}
              count={ratingCount}
              label={words.rating(rating, ratingCount)}
              className="text-ink"
            />
          </li>
          <li>{t('bookings', { count: provider.bookingsCount })}</li>
          <li className="inline-flex items-center gap-1.5">
            <MapPin aria-hidden className="size-4" />
            {place.city}
          </li>
          <li>{t('since', { year: provider.memberSince.slice(0, 4) })}</li>
          {provider.languages.length > 0 ? (
            <li>{t('speaks', { languages: languageNames(provider.languages, locale) })}</li>
          ) : null}
        </ul>
      </div>
    </header>
  );
}

function languageNames(codes: readonly string[], locale: string): string {
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return list.format(codes.map((code) => names.of(code) ?? code));
}

const PICTURES = 4;

/** A row of pictures in the hues of what is offered; as many as there is room for. */
function Gallery({ provider: { slug, services } }: { provider: ProviderPage }) {
  const pictures = Array.from({ length: PICTURES }, (_, index) => ({
    seed: services[index]?.id ?? `${slug} ${index}`,
    category: (services[index] ?? services[0])?.category ?? '',
  }));
  return (
    <div className="grid h-40 grid-cols-2 gap-1 overflow-hidden rounded-card sm:h-56 md:grid-cols-3 lg:grid-cols-4">
      {pictures.map(({ seed, category }, index) => (
        <div
          key={seed}
          className={cn(index === 2 && 'max-md:hidden', index === 3 && 'max-lg:hidden')}
        >
          <Art seed={seed} category={category} />
        </div>
      ))}
    </div>
  );
}
