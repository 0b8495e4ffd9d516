import type { ServiceList } from '@marketplace/services/catalog/contract';
import { DayField } from './day-field';
import type { FilterName, FilterProps } from './filter-fields';
import { PlaceField } from './place-field';
import { PriceField } from './price-field';
import { CategoryField, DurationField, RatingField } from './simple-fields';

export interface FilterFieldProps extends FilterProps {
  filter: FilterName;
  facets: ServiceList['facets'] | undefined;
  renderedAt: string;
}

/** The choices behind a filter's chip. */
export function FilterField({ filter, facets, renderedAt, ...props }: FilterFieldProps) {
  switch (filter) {
    case 'category':
      return <CategoryField {...props} counts={facets?.categories ?? {}} />;
    case 'place':
      return <PlaceField {...props} />;
    case 'price':
      return <PriceField {...props} />;
    case 'duration':
      return <DurationField {...props} />;
    case 'day':
      return <DayField {...props} renderedAt={renderedAt} />;
    case 'rating':
      return <RatingField {...props} />;
  }
}
