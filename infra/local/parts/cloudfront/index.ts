import type { RequestListener } from 'node:http';
import { serve } from '../../http';
import type { Log, Part } from '../../part';
import type { CloudAssembly } from '../../template/types';
import { Invalidations } from './api/invalidations';
import { answerStoreApi } from './api/kvs-api';
import { KeyValueStore } from './api/kvs-store';
import { apiListener } from './api/server';
import { EdgeCache } from './cache/store';
import { distributionFromTemplate } from './config/from-template';
import type { DistributionConfig, FunctionConfig } from './config/types';
import { ViewerFunctions } from './events/functions';
import { EdgeLambdas } from './events/lambdas';
import { serveViewers } from './http/server';
import { OriginClient, type OriginUrls } from './origin/fetch';
import { Distribution } from './pipeline/handle';

export interface CloudFrontOptions {
  /** What browsers open; 0 picks a free one. */
  port: number;
  /** CloudFront's API and the KeyValueStore's data API; 0 picks a free one. */
  apiPort: number;
  /** Keeps the KeyValueStores over restarts. */
  stateDir: string;
  /** The assembly to read the distribution from, or a distribution. */
  source: CloudAssembly | DistributionConfig;
  /** Base URL of every origin by id; of buckets, that of the local S3. */
  origins: OriginUrls;
  /** Takes requests out before the distribution sees them. */
  bypass?: (path: string) => RequestListener | undefined;
  now?: () => number;
  log: Log;
}

export interface CloudFrontPart extends Part {
  /** For `AWS_ENDPOINT_URL_CLOUDFRONT` and `AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE`. */
  apiUrl: string;
  distributionId: string;
  /** KeyValueStores of the template, for seeding and the console. */
  stores: readonly KeyValueStore[];
  /** Forgets answers as an invalidation does; tells how many. */
  invalidate(paths: readonly string[]): number;
}

/** Starts the distribution and its APIs. */
export async function startCloudFront(options: CloudFrontOptions): Promise<CloudFrontPart> {
  const { source, log, now = Date.now } = options;
  const distribution = 'behaviors' in source ? source : distributionFromTemplate(source);
  const stores = distribution.stores.map((store) => new KeyValueStore(store, options.stateDir));
  const cache = new EdgeCache();
  const origins = new OriginClient(options.origins, distribution.origins);
  const hostOf = (config: FunctionConfig) => functionHost(config, stores, log);
  const edge = new Distribution({
    distribution,
    cache,
    origins,
    functions: new ViewerFunctions(distribution.functions, hostOf, distribution),
    lambdas: new EdgeLambdas(distribution.lambdas, distribution, log),
    now,
    log,
  });
  const invalidations = new Invalidations(distribution.id, cache);
  const api = await serve(
    options.apiPort,
    apiListener(
      [(request) => answerStoreApi(stores, request), (request) => invalidations.answer(request)],
      log,
    ),
  );
  const bypass = options.bypass ?? (() => undefined);
  const viewers = await serveViewers(options.port, (...args) => edge.handle(...args), bypass);
  return {
    name: 'cloudfront',
    url: viewers.url,
    apiUrl: api.url,
    distributionId: distribution.id,
    stores,
    invalidate: (paths) => cache.invalidate(paths),
    health: async () => ({
      ready: true,
      detail: `${distribution.behaviors.length} behaviours, ${cache.size} answers cached`,
    }),
    stop: async () => {
      await Promise.all([viewers.stop(), api.close()]);
      origins.stop();
    },
  };
}

function functionHost(config: FunctionConfig, stores: readonly KeyValueStore[], log: Log) {
  const store = stores.find(({ config: { arn } }) => arn === config.storeArn);
  return {
    get: (key: string) => store?.get(key),
    count: () => store?.count ?? 0,
    log: (message: string) => log({ source: config.name, level: 'info', message }),
  };
}
