import { cn } from '@marketplace/kit/ui/lib';
import { Star } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';

interface StarChoiceProps {
  /** 1–5; 0 before a choice. */
  value: number;
  error?: string | undefined;
  onChange(stars: number): void;
}

/** Five stars as the radio buttons they are: arrow keys choose, every star says its number. */
export function StarChoice({ value, error, onChange }: StarChoiceProps) {
  const t = useTranslations('booking.review');
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-1.5 text-sm font-medium">{t('stars')}</legend>
      <div className="flex items-center">
        {[1, 2, 3, 4, 5].map((stars) => (
          <label
            key={stars}
            className="grid size-target cursor-pointer place-items-center rounded-control focus-within:outline focus-within:outline-2 focus-within:outline-primary"
          >
            <input
              type="radio"
              name="stars"
              value={stars}
              checked={stars === value}
              aria-invalid={error ? true : undefined}
              onChange={() => onChange(stars)}
              className="sr-only"
            />
            <span className="sr-only">{t('starsOf', { count: stars })}</span>
            <Star
              aria-hidden
              className={cn(
                'size-7 transition-colors',
                stars <= value ? 'fill-accent text-accent' : 'text-line-strong',
              )}
            />
          </label>
        ))}
        {value > 0 && (
          <span aria-hidden="true" className="pl-2 text-sm text-muted">
            {t('starsOf', { count: value })}
          </span>
        )}
      </div>
      {error && (
        <p id={id} className="mt-1.5 text-xs font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
