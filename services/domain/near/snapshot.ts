import type { MarketCode } from '../markets';

/** What the fragment shows of a provider: the first service, with the times that are free. */
export interface NearProvider {
  slug: string;
  name: string;
  city: string;
  lat: number;
  lon: number;
  timeZone: string;
  currency: string;
  /** Average stars with one decimal; null before the first review. */
  rating: number | null;
  ratingCount: number;
  service: NearService;
}

export interface NearService {
  id: string;
  title: string;
  category: string;
  /** Unit price when signed in. */
  priceMinor: number;
  /** Unit price for a guest, surcharge in. */
  guestPriceMinor: number;
  durationMin: number;
  minNoticeMin: number;
  /** Free starts of the coming two weeks in epoch milliseconds, sorted: all the next ones, later one a day. */
  startsMs: number[];
}

/** A market as the edge needs it: small enough for a function of 128 MB far from the table. */
export interface NearSnapshot {
  version: 1;
  market: MarketCode;
  /** By provider id. */
  providers: Record<string, NearProvider>;
}

/** Where the snapshot of a market lies, in the assets bucket and in its replica. */
export function nearSnapshotKey(market: MarketCode): string {
  return `near/${market}.json`;
}

/** @throws Error when the text is not a snapshot of this version and market. */
export function parseNearSnapshot(text: string, market: MarketCode): NearSnapshot {
  const value = JSON.parse(text) as Partial<NearSnapshot> | null;
  const isSound =
    value?.version === 1 && value.market === market && typeof value.providers === 'object';
  if (!isSound || value?.providers === null) throw new Error(`not a near snapshot of ${market}`);
  return value as NearSnapshot;
}
