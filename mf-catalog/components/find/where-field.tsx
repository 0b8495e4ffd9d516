import { useTranslations } from 'use-intl';
import { formatNear, type Position } from '../../data/search/search-state';
import { useCities } from '../place/use-cities';
import { Segment, SegmentSelect } from './segment';

/** "Where": one of the market's cities, the place searched from if it is another, or anywhere. */
export function WhereField({ near }: { near: Position | undefined }) {
  const t = useTranslations('find');
  const { cities, nameOf } = useCities();
  const value = near ? formatNear(near) : '';
  const isCity = cities.some((city) => formatNear(city) === value);
  return (
    <Segment label={t('where')}>
      <SegmentSelect name="near" defaultValue={value} key={value}>
        <option value="">{t('anywhere')}</option>
        {near && !isCity ? <option value={value}>{nameOf(near)}</option> : null}
        {cities.map((city) => (
          <option key={city.name} value={formatNear(city)}>
            {city.name}
          </option>
        ))}
      </SegmentSelect>
    </Segment>
  );
}
