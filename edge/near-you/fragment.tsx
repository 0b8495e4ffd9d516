import type { SlotProps } from '@marketplace/kit/slice';
import { pickWords } from '@marketplace/kit/slice/words';
import type { Category, ServiceSummary } from '@marketplace/services/catalog/contract';
import { MARKETS, type MarketCode } from '@marketplace/services/domain/markets';
import { type Neighbour, nextStartMs } from '@marketplace/services/domain/near';
import type { Place } from '@marketplace/services/domain/search';
import type { ComponentProps } from 'react';
import { renderToString } from 'react-dom/server';
import { CATALOGUES, SPOKEN } from '../../mf-catalog/data/words';
import NearYou from '../../mf-catalog/exposes/NearYou';
import type { BakedRelease } from './release';

/** Keeps the ids of this root apart from those of the page around it; the shell hydrates with the same. */
const ID_PREFIX = 'near-you-';

export interface FragmentInput {
  market: MarketCode;
  /** Whether the address of the page around names the market: then so do the fragment's links. */
  isMarketNamed: boolean;
  place: Place;
  neighbours: readonly Neighbour[];
  release: BakedRelease;
  nowMs: number;
}

/** The fragment's HTML: the slice's root, and beside it as data what the browser hydrates it with. */
export function renderFragment({
  market,
  isMarketNamed,
  place,
  neighbours,
  release,
  nowMs,
}: FragmentInput): string {
  const { locale, currency } = MARKETS[market];
  // The origin and the Stripe key of a page's slot are of no use here and would differ by stage.
  const slot: SlotProps = {
    ...{ market, locale, currency, publicOrigin: '', stripePublishableKey: '' },
    ...(isMarketNamed && { pathPrefix: `/${market}` }),
  };
  const props = {
    renderedAt: new Date(nowMs).toISOString(),
    place,
    services: neighbours.map((neighbour) => summaryOf(neighbour, nowMs)),
    words: pickWords(CATALOGUES, locale, SPOKEN.NearYou),
  } satisfies Omit<ComponentProps<typeof NearYou>, 'slot'>;
  const html = renderToString(<NearYou {...props} slot={slot} />, { identifierPrefix: ID_PREFIX });
  const state = {
    slice: release.slice,
    name: 'NearYou',
    idPrefix: ID_PREFIX,
    release,
    props,
    slot,
  };
  return `<div data-slice="${release.slice}" data-release="${release.release}" data-slot="ready">${html}</div><script type="application/json">${asScript(state)}</script>`;
}

/** JSON that cannot end the element it stands in. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function summaryOf({ provider, distanceKm }: Neighbour, nowMs: number): ServiceSummary {
  const { service, slug, name, ...shown } = provider;
  const { id, title, category, priceMinor, guestPriceMinor, durationMin } = service;
  const startMs = nextStartMs(service, nowMs);
  return {
    ...shown,
    ...{ id, title, priceMinor, guestPriceMinor, durationMin },
    // The indexer publishes nothing of another category.
    category: category as Category,
    providerSlug: slug,
    providerName: name,
    nextFree: startMs === null ? null : new Date(startMs).toISOString(),
    distanceKm: Math.round(distanceKm * 10) / 10,
  };
}
