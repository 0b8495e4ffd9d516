import { isMarketCode, MARKETS, marketForCountry } from '@marketplace/services/domain/markets';
import {
  MARKET_CURRENCY_HEADER,
  MARKET_HEADER,
  MARKET_LOCALE_HEADER,
} from '@marketplace/services/domain/releases';

export interface OriginRequest {
  /** What the viewer-router decided; absent on locked behaviours, which have no router. */
  market: string | undefined;
  choiceCookie: string | undefined;
  country: string | undefined;
  headerNames: string[];
  /** The viewer's host, where the origin request policy forwards it. */
  host: string | undefined;
  /** The origin's own host. */
  originHost: string | undefined;
}

export interface Personalization {
  set: Record<string, string>;
  drop: string[];
}

/**
 * What the shell is told about the viewer. A page of the router learns the market and nothing finer,
 * for it may be cached; a locked one keeps what CloudFront knows about the place. The origin is
 * always addressed by its own name, and learns the viewer's as `x-forwarded-host`.
 */
export function decide(request: OriginRequest): Personalization {
  const isRouted = isMarketCode(request.market);
  const market = isMarketCode(request.market) ? request.market : ownMarket(request);
  const { locale, currency } = MARKETS[market];
  return {
    set: {
      [MARKET_HEADER]: market,
      [MARKET_LOCALE_HEADER]: locale,
      [MARKET_CURRENCY_HEADER]: currency,
      ...hostsOf(request),
    },
    drop: isRouted ? request.headerNames.filter((name) => name.startsWith('cloudfront-')) : [],
  };
}

function hostsOf({ host, originHost }: OriginRequest): Record<string, string> {
  if (host === undefined || originHost === undefined || host === originHost) return {};
  return { host: originHost, 'x-forwarded-host': host };
}

function ownMarket(request: OriginRequest) {
  const choice = request.choiceCookie;
  return isMarketCode(choice) ? choice : marketForCountry(request.country);
}
