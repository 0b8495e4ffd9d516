import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { minorFromText, textFromMinor } from '../../data/search/price-input';
import { useMarket } from '../catalog-root';
import type { FilterProps } from './filter-fields';

/** From and up to, in the market's currency; taken over on Enter or on leaving both fields. */
export function PriceField({ state, onChange }: FilterProps) {
  const t = useTranslations('filters');
  const { currency } = useMarket();
  const [from, setFrom] = useState(() => textFromMinor(state.minPriceMinor, currency));
  const [to, setTo] = useState(() => textFromMinor(state.maxPriceMinor, currency));
  const [error, setError] = useState<'priceNumber' | 'priceError'>();

  const commit = (): void => {
    const [minPriceMinor, maxPriceMinor] = [from, to].map((text) => minorFromText(text, currency));
    const unread = (text: string, amount: number | undefined) =>
      text.trim() !== '' && amount === undefined;
    if (unread(from, minPriceMinor) || unread(to, maxPriceMinor)) setError('priceNumber');
    else if ((minPriceMinor ?? 0) > (maxPriceMinor ?? Infinity)) setError('priceError');
    else {
      setError(undefined);
      const same = minPriceMinor === state.minPriceMinor && maxPriceMinor === state.maxPriceMinor;
      if (!same) onChange({ minPriceMinor: minPriceMinor || undefined, maxPriceMinor });
    }
  };
  const commitOnLeaving = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (!currentTarget.contains(relatedTarget)) commit();
  };
  const control = {
    inputMode: 'decimal' as const,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') commit();
    },
  };
  return (
    <fieldset className="grid grid-cols-2 gap-3" onBlur={commitOnLeaving}>
      <legend className="mb-3 text-sm text-muted">{t('priceHint', { currency })}</legend>
      <Field label={t('priceFrom')}>
        <Input {...control} value={from} onChange={(event) => setFrom(event.target.value)} />
      </Field>
      <Field label={t('priceTo')}>
        <Input {...control} value={to} onChange={(event) => setTo(event.target.value)} />
      </Field>
      <p role="alert" className="col-span-2 text-xs font-medium text-danger empty:hidden">
        {error ? t(error) : ''}
      </p>
    </fieldset>
  );
}
