import { isMarketCode, MARKETS, marketForCountry } from '@marketplace/services/domain/markets';
import {
  MARKET_CURRENCY_HEADER,
  MARKET_HEADER,
  MARKET_LOCALE_HEADER,
} from '@marketplace/services/domain/releases';

export interface OriginRequest {
  /** What the viewer-router decided; absent on uncached behaviours, which have no router. */
  market: string | undefined;
  choiceCookie: string | undefined;
  country: string | undefined;
  headerNames: string[];
}

export interface Personalization {
  set: Record<string, string>;
  drop: string[];
}

/**
 * What the shell is told about the viewer. A page that may be cached for a market learns the market
 * and nothing finer; an uncached one keeps what CloudFront knows about the place.
 */
export function decide(request: OriginRequest): Personalization {
  const isShared = isMarketCode(request.market);
  const market = isMarketCode(request.market) ? request.market : ownMarket(request);
  const { locale, currency } = MARKETS[market];
  return {
    set: {
      [MARKET_HEADER]: market,
      [MARKET_LOCALE_HEADER]: locale,
      [MARKET_CURRENCY_HEADER]: currency,
    },
    drop: isShared ? request.headerNames.filter(isAboutOneViewer) : [],
  };
}

function ownMarket(request: OriginRequest) {
  const choice = request.choiceCookie;
  return isMarketCode(choice) ? choice : marketForCountry(request.country);
}

function isAboutOneViewer(name: string): boolean {
  return name.startsWith('cloudfront-') || name === 'cookie' || name === 'authorization';
}
