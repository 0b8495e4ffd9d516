import type { MarketTable } from '../../table';
import type { BookingsContext } from '../context';

type Items = Parameters<Parameters<MarketTable['transaction']['write']>[0]>[0];

/**
 * The condition that this region writes the bookings of a provider, as `writerOf` of the domain says it.
 * A stage of one region has nobody to ask.
 */
export function ownerCheck(
  items: Items,
  { region: here, homeRegion }: Pick<BookingsContext, 'region' | 'homeRegion'>,
  providerId: string,
) {
  if (homeRegion === undefined) return [];
  return [
    items.providerRegion
      .check({ providerId })
      .where(({ region, movesTo }, { eq, notExists }) => {
        const isOurs = `${eq(region, here)} AND ${notExists(movesTo)}`;
        return here === homeRegion ? `${notExists(region)} OR (${isOurs})` : isOurs;
      })
      .commit(),
  ];
}
