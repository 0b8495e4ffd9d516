import type { Cache } from '../shared/cache';
import type { RequestContext } from '../shared/lambda';
import type { MarketTable } from '../shared/table';
import type { MarketIndexes } from './snapshots/market-indexes';

export interface CatalogPorts {
  table: MarketTable;
  indexes: MarketIndexes;
  cache: Cache;
}

/** What the use cases of the catalogue work with. */
export type CatalogContext = CatalogPorts & RequestContext;
