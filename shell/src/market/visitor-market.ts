import type { Market } from '@marketplace/services/domain/markets';
import { MARKET_HEADER } from '@marketplace/services/domain/releases';
import { headers } from 'next/headers';
import { marketOf } from './market-of';

/** The market of whoever asks for the page; for server components. */
export async function visitorMarket(): Promise<Market> {
  return marketOf((await headers()).get(MARKET_HEADER));
}
