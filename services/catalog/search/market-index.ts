import type { MarketCode } from '../../domain/markets';
import type { IndexedProvider, IndexedService, Snapshot } from '../../shared/search';
import { Category } from '../contract';
import { categoryWords } from './text/category-words';
import { createTextIndex, type TextIndex } from './text/text-index';

/** A service that can be found, with its provider. */
export interface Entry {
  service: IndexedService;
  category: Category;
  provider: IndexedProvider;
  /** Place among its provider's services, from 0. */
  position: number;
}

export interface MarketIndex {
  market: MarketCode;
  /** By service id. */
  entries: ReadonlyMap<string, Entry>;
  text: Pick<TextIndex, 'match'>;
  /** Version of the snapshot that is indexed; none before there is one. */
  readonly etag: string | undefined;
  /** Takes the place of what was indexed before. */
  load(snapshot: Snapshot, etag?: string): void;
}

/** An empty index of a market; `load` fills it and may be called again with each newer snapshot. */
export function createMarketIndex(market: MarketCode): MarketIndex {
  const text = createTextIndex();
  const entries = new Map<string, Entry>();
  let loaded: string | undefined;
  return {
    market,
    entries,
    text,
    get etag() {
      return loaded;
    },
    load(snapshot, etag) {
      loaded = etag;
      entries.clear();
      for (const provider of Object.values(snapshot.providers)) {
        for (const entry of entriesOf(provider)) entries.set(entry.service.id, entry);
      }
      text.replaceAll([...entries.values()].map((entry) => textOf(entry, market)));
    },
  };
}

/** The services of a provider as search sees them. */
export function entriesOf(provider: IndexedProvider): Entry[] {
  return provider.services.flatMap((service, position) => {
    const category = Category.safeParse(service.category);
    return category.success ? [{ service, category: category.data, provider, position }] : [];
  });
}

function textOf({ service, category, provider }: Entry, market: MarketCode) {
  return {
    id: service.id,
    title: service.title,
    provider: provider.name,
    words: `${categoryWords(category, market)} ${provider.city}`,
  };
}
