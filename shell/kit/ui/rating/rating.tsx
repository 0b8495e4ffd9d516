import { Star } from 'lucide-react';
import { cn } from '../lib/cn';
import { numberFormat } from '../lib/formats';
import { useLocale } from '../scope';

export interface RatingProps {
  /** Average of the stars, 1–5; null before the first review. */
  value: number | null;
  /** How many reviews it is made of. */
  count?: number;
  /** The rating as a sentence, e.g. "4.8 out of 5 from 128 reviews"; for null what is shown instead, e.g. "New". */
  label: string;
  className?: string;
}

/** A rating in a breath: star, value, number of reviews. */
export function Rating({ value, count, label, className }: RatingProps) {
  const [language = 'en'] = useLocale().split('-');
  if (value === null) {
    return <span className={`text-sm font-medium ${className ?? 'text-muted'}`}>{label}</span>;
  }
  const shown = numberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return (
    <span
      className={cn(
        'inline-flex shrink-0 items-center gap-1 whitespace-nowrap text-sm tabular-nums',
        className,
      )}
    >
      <Star aria-hidden className="size-[1.05em] shrink-0 fill-accent text-accent" />
      <span aria-hidden className="font-semibold">
        {shown.format(value)}
      </span>
      {count === undefined ? null : (
        <span aria-hidden className="text-muted">
          ({numberFormat(language, {}).format(count)})
        </span>
      )}
      <span className="sr-only">{label}</span>
    </span>
  );
}

/** Five stars of one review, some of them filled. */
export function Stars({
  value,
  label,
  className,
}: {
  value: number;
  label: string;
  className?: string;
}) {
  return (
    <span role="img" aria-label={label} className={cn('inline-flex gap-0.5', className)}>
      {[1, 2, 3, 4, 5].map((star) => (
        <Star
          key={star}
          aria-hidden
          className={cn(
            'size-4',
            star <= value ? 'fill-accent text-accent' : 'fill-line text-line',
          )}
        />
      ))}
    </span>
  );
}
