import { isMarketCode, MARKETS, type Market } from '@marketplace/services/domain/markets';
import { MARKET_HEADER } from '@marketplace/services/domain/releases';

/** The market that the edge named on a request; the first one where it named none. */
export function marketOf(named: string | string[] | null | undefined): Market {
  return MARKETS[typeof named === 'string' && isMarketCode(named) ? named : 'us'];
}

/** The market of whoever sent a request of the web's kind. */
export const requestMarket = ({ headers }: { headers: Headers }): Market =>
  marketOf(headers.get(MARKET_HEADER));
