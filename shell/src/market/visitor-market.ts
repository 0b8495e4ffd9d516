import type { Market } from '@marketplace/services/domain/markets';
import { headers } from 'next/headers';
import { requestMarket } from './market-of';

/** The market of whoever asks for the page; for server components. */
export async function visitorMarket(): Promise<Market> {
  return requestMarket({ headers: await headers() });
}
