import { Avatar } from '@marketplace/kit/ui/avatar';
import { Button } from '@marketplace/kit/ui/button';
import { dateFormat } from '@marketplace/kit/ui/formats';
import { Stars } from '@marketplace/kit/ui/rating';
import { useLocale } from '@marketplace/kit/ui/scope';
import type { Review } from '@marketplace/services/catalog/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

const SHOWN = 4;

interface ReviewsProps {
  reviews: readonly Review[];
  /** Dates are those at the provider's place. */
  timeZone: string;
}

/** What people say who were there. */
export function Reviews({ reviews, timeZone }: ReviewsProps) {
  const t = useTranslations('provider');
  const [all, setAll] = useState(false);
  const hidden = reviews.length - SHOWN;
  if (reviews.length === 0) return <p className="text-sm text-muted">{t('reviewsNone')}</p>;
  return (
    <div className="grid justify-items-start gap-6">
      <ul className="grid w-full gap-x-10 gap-y-8 md:grid-cols-2">
        {(all ? reviews : reviews.slice(0, SHOWN)).map((review) => (
          <li key={review.id}>
            <ReviewItem review={review} timeZone={timeZone} />
          </li>
        ))}
      </ul>
      {hidden > 0 && !all ? (
        <Button onClick={() => setAll(true)}>{t('reviewsMore', { count: hidden })}</Button>
      ) : null}
    </div>
  );
}

function ReviewItem({ review, timeZone }: { review: Review; timeZone: string }) {
  const t = useTranslations('provider');
  const locale = useLocale();
  const { authorName, stars, text, serviceTitle, createdAt } = review;
  const date = dateFormat(locale, { timeZone, month: 'long', year: 'numeric' }).format(
    new Date(createdAt),
  );
  return (
    <figure className="grid gap-3">
      <figcaption className="flex items-center gap-3">
        <Avatar name={authorName} />
        <span className="grid text-sm">
          <span className="font-semibold">{authorName}</span>
          <span className="text-xs text-muted">
            {t('reviewOf', { service: serviceTitle, date })}
          </span>
        </span>
      </figcaption>
      <Stars value={stars} label={t('reviewStars', { stars })} />
      <blockquote className="text-sm">{text}</blockquote>
    </figure>
  );
}
