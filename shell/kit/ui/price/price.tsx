import { cn } from '../lib/cn';
import { useLocale } from '../scope';
import { formatPrice } from './format-price';

export interface PriceProps {
  amountMinor: number;
  currency: string;
  className?: string;
}

/** An amount in the market's habits, in figures that line up. */
export function Price({ amountMinor, currency, className }: PriceProps) {
  const locale = useLocale();
  return (
    <span className={cn('whitespace-nowrap tabular-nums', className)}>
      {formatPrice({ amountMinor, currency, locale })}
    </span>
  );
}
