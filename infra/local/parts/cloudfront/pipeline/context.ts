import type { Log } from '../../../part';
import type { CacheKey } from '../cache/key';
import type { EdgeCache } from '../cache/store';
import type { BehaviorConfig, DistributionConfig } from '../config/types';
import type { ViewerFunctions } from '../events/functions';
import type { EdgeLambdas } from '../events/lambdas';
import type { EdgeRequest, EdgeResponse } from '../http/messages';
import type { Viewer } from '../http/viewer';
import type { OriginClient } from '../origin/fetch';

/** What every request of a distribution is served with. */
export interface EdgeContext {
  distribution: DistributionConfig;
  cache: EdgeCache;
  functions: ViewerFunctions;
  lambdas: EdgeLambdas;
  origins: OriginClient;
  now: () => number;
  log: Log;
}

/** One request after the viewer-request event, with what decides about its answer. */
export interface Exchange {
  behavior: BehaviorConfig;
  viewer: Viewer;
  request: EdgeRequest;
  key: CacheKey;
}

/** Words of `x-cache` before ` from cloudfront`. */
export type CacheResult =
  | 'Hit'
  | 'Miss'
  | 'RefreshHit'
  | 'Error'
  | 'FunctionGeneratedResponse'
  | 'LambdaGeneratedResponse';

export interface Answer {
  response: EdgeResponse;
  result: CacheResult | string;
  ageSeconds?: number;
}
