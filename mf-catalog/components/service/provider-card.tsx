import { Avatar } from '@marketplace/kit/ui/avatar';
import { Button } from '@marketplace/kit/ui/button';
import { Card } from '@marketplace/kit/ui/card';
import { Rating } from '@marketplace/kit/ui/rating';
import { SiteLink } from '@marketplace/kit/ui/site-link';
import type { ServiceDetail } from '@marketplace/services/catalog/contract';
import { useTranslations } from 'use-intl';
import { useServiceWords } from '../shared/use-service-words';

/** Who is behind a service, and the way to their page. */
export function ProviderCard({ service }: { service: ServiceDetail }) {
  const t = useTranslations('detail');
  const words = useServiceWords();
  const { providerName, providerSlug, rating, ratingCount } = service;
  return (
    <Card className="flex flex-wrap items-center gap-4 p-5">
      <Avatar name={providerName} className="size-14 text-lg" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        <p className="truncate font-semibold">{providerName}</p>
        <Rating value={rating} count={ratingCount} label={words.rating(rating, ratingCount)} />
      </div>
      <Button asChild>
        <SiteLink href={`/p/${providerSlug}`}>{t('visit')}</SiteLink>
      </Button>
    </Card>
  );
}
