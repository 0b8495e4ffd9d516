import { isMarketCode, MARKETS, type Market } from '@marketplace/services/domain/markets';

/** The market that the edge named on a request; the first one where it named none. */
export function marketOf(named: string | string[] | null | undefined): Market {
  return MARKETS[typeof named === 'string' && isMarketCode(named) ? named : 'us'];
}
