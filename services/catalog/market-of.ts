import { isMarketCode, type MarketCode, marketForCountry } from '../domain/markets';

const DEFAULT_MARKET: MarketCode = 'us';

/** The market a request is for: the one it names, the edge's choice, the viewer's country, or the default. */
export function marketOf(headers: Headers, named?: MarketCode): MarketCode {
  const chosen = named ?? headers.get('x-market') ?? undefined;
  if (isMarketCode(chosen)) return chosen;
  const country = headers.get('cloudfront-viewer-country');
  return country ? marketForCountry(country) : DEFAULT_MARKET;
}
