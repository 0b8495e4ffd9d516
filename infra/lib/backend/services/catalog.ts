import type { Construct } from 'constructs';
import { SliceService } from '../../constructs/slice-service';
import { recordsOf, StreamConsumer } from '../../constructs/stream-consumer';
import { ASSET_PREFIXES } from '../../names';
import type { ServiceProps } from './service';

/** Search and public pages, and the indexer that keeps the search snapshots up to date. */
export function addCatalog(scope: Construct, { platform, artifacts }: ServiceProps): void {
  const catalog = new SliceService(scope, 'Catalog', {
    name: 'catalog',
    description: 'Search, suggestions, provider and service pages',
    memoryMb: 1024,
    platform,
    artifacts,
  });
  platform.grantTableRead(catalog.fn, 'GSI1', 'GSI2');
  platform.grantAssets(catalog.fn, ASSET_PREFIXES.search, ['s3:GetObject']);
  // A replica's snapshots are copied from home.
  if (platform.config.servesFrom) return;

  const indexer = new StreamConsumer(scope, 'SearchIndexer', {
    name: 'search-indexer',
    description: 'Publishes what changed to the markets’ search snapshots',
    memoryMb: 1024,
    timeoutSeconds: 60,
    batchSize: 100,
    filters: [
      recordsOf({ SK: [{ prefix: 'SERVICE#' }] }),
      recordsOf({ PK: [{ prefix: 'PROVIDER#' }], SK: ['METADATA'] }),
      recordsOf({ SK: [{ prefix: 'AVAILABILITY' }] }),
      recordsOf({ SK: [{ prefix: 'DAY#' }] }),
      recordsOf({ SK: [{ prefix: 'REVIEW#' }] }),
    ],
    platform,
    artifacts,
  });
  platform.grantTableRead(indexer.fn, 'GSI2');
  platform.grantAssets(indexer.fn, ASSET_PREFIXES.search, ['s3:GetObject', 's3:PutObject']);
  platform.grantSnapshots(indexer.fn);
  platform.grantInvalidation(indexer.fn);
}
