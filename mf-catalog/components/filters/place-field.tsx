import { Field } from '@marketplace/kit/ui/field';
import { Select } from '@marketplace/kit/ui/select';
import { useTranslations } from 'use-intl';
import { formatNear } from '../../data/search/search-state';
import { useMarket } from '../catalog-root';
import { useCities } from '../place/use-cities';
import { useServiceWords } from '../shared/use-service-words';
import type { FilterProps } from './filter-fields';

const LENGTHS = [1, 3, 5, 10, 25, 50];
const KM_PER_MILE = 1.609344;

/** A city to measure from, and how far around it. */
export function PlaceField({ state, onChange }: FilterProps) {
  const t = useTranslations();
  const words = useServiceWords();
  const { cities, nameOf } = useCities();
  const radii = useRadii(state.radiusKm);
  const { near } = state;
  const chosen = near ? formatNear(near) : '';
  const isCity = cities.some((city) => formatNear(city) === chosen);

  const chooseCity = (value: string): void => {
    const city = cities.find((candidate) => formatNear(candidate) === value);
    onChange(
      city ? { near: { lat: city.lat, lon: city.lon } } : { near: undefined, radiusKm: undefined },
    );
  };
  return (
    <div className="grid gap-4">
      <Field label={t('filters.city')}>
        <Select value={chosen} onChange={(event) => chooseCity(event.target.value)}>
          <option value="">{t('find.anywhere')}</option>
          {near && !isCity ? <option value={chosen}>{nameOf(near)}</option> : null}
          {cities.map((city) => (
            <option key={city.name} value={formatNear(city)}>
              {city.name}
            </option>
          ))}
        </Select>
      </Field>
      {near ? (
        <Field label={t('filters.radius')}>
          <Select
            value={state.radiusKm ?? ''}
            onChange={(event) => onChange({ radiusKm: Number(event.target.value) || undefined })}
          >
            <option value="">{t('filters.anyRadius')}</option>
            {radii.map((radiusKm) => (
              <option key={radiusKm} value={radiusKm}>
                {t('filters.within', { distance: words.length(radiusKm) })}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
    </div>
  );
}

/** Round lengths of the market's unit, and the one in force if it is another. */
function useRadii(radiusKm: number | undefined): number[] {
  const { distanceUnit } = useMarket();
  const perUnit = distanceUnit === 'km' ? 1 : KM_PER_MILE;
  const radii = new Set(LENGTHS.map((length) => Number((length * perUnit).toFixed(2))));
  if (radiusKm !== undefined) radii.add(radiusKm);
  return [...radii].sort((one, other) => one - other);
}
