import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { PartnerApi } from '../../constructs/api/partner-api';
import { grantCache, hasCache } from '../../constructs/cache/cache-access';
import { ServiceFunction } from '../../constructs/service-function';
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
  // A replica's snapshots are copied from home, and nobody reports to it.
  if (platform.config.servesFrom) return;
  platform.grantReleases(catalog.fn);
  grantCache(catalog.fn, platform);
  if (platform.config.partners.length > 0) {
    new PartnerApi(scope, 'Partners', { service: catalog, name: 'catalog', platform });
  }

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
  if (hasCache(platform)) addInvalidator(scope, { platform, artifacts }, indexer.fn);
}

/** Tells the cache what has changed: the indexer is outside, since the edge is. */
function addInvalidator(scope: Construct, props: ServiceProps, caller: LambdaFunction): void {
  const { fn, live } = new ServiceFunction(scope, 'CacheInvalidator', {
    name: 'cache-invalidator',
    description: 'Tells the cache the versions of what has changed',
    memoryMb: 512,
    timeoutSeconds: 5,
    ...props,
  });
  grantCache(fn, props.platform);
  caller.addToRolePolicy(
    new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [live.functionArn] }),
  );
  caller.addEnvironment('CACHE_INVALIDATOR', `${fn.functionName}:${live.aliasName}`);
}
