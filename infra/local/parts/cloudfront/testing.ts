import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve } from '../../http';
import { aLog } from '../../testing';
import type { BehaviorConfig, CachePolicy, DistributionConfig } from './config/types';
import { type CloudFrontPart, startCloudFront } from './index';

export const CACHE_POLICY: CachePolicy = {
  minTtlSeconds: 0,
  defaultTtlSeconds: 0,
  maxTtlSeconds: 86_400,
  headers: [],
  cookies: { kind: 'none' },
  query: { kind: 'all' },
  gzip: true,
  brotli: true,
};

export const NO_CACHING: CachePolicy = {
  ...CACHE_POLICY,
  maxTtlSeconds: 0,
  query: { kind: 'none' },
  gzip: false,
  brotli: false,
};

/** A behaviour for everything that goes to the origin `shell`. */
export function aBehavior(changes: Partial<BehaviorConfig> = {}): BehaviorConfig {
  return {
    pattern: '*',
    methods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
    targetId: 'shell',
    compress: true,
    cachePolicy: CACHE_POLICY,
    functions: {},
    lambdas: {},
    ...changes,
  };
}

/** A distribution with one origin. */
export function aDistribution(changes: Partial<DistributionConfig> = {}): DistributionConfig {
  return {
    id: 'ETEST',
    domainName: 'd.cloudfront.net',
    defaultRootObject: '',
    behaviors: [aBehavior()],
    origins: [anOrigin('shell')],
    originGroups: [],
    errorResponses: new Map(),
    functions: [],
    lambdas: [],
    stores: [],
    ...changes,
  };
}

export function anOrigin(id: string) {
  return {
    id,
    domainName: `${id}.internal`,
    path: '',
    customHeaders: {},
    readTimeoutSeconds: 30,
  };
}

export interface TestEdge {
  part: CloudFrontPart;
  /** Requests that reached the origin. */
  seen: IncomingMessage[];
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Moves the distribution's clock. */
  passSeconds(seconds: number): void;
  logged(): string[];
  stop(): Promise<void>;
}

/** A running distribution in front of an origin that answers with `listener`. */
export async function aTestEdge(
  listener: RequestListener,
  changes: Partial<DistributionConfig> = {},
  more: {
    origins?: Record<string, string>;
    bypass?: (path: string) => RequestListener | undefined;
  } = {},
): Promise<TestEdge> {
  const seen: IncomingMessage[] = [];
  const origin = await serve(0, (message, response) => {
    seen.push(message);
    listener(message, response);
  });
  const stateDir = mkdtempSync(path.join(tmpdir(), 'cloudfront-'));
  let skippedMs = 0;
  const { log, lines } = aLog();
  const part = await startCloudFront({
    port: 0,
    apiPort: 0,
    stateDir,
    source: aDistribution(changes),
    origins: { shell: origin.url, ...more.origins },
    ...(more.bypass && { bypass: more.bypass }),
    now: () => Date.now() + skippedMs,
    log,
  });
  return {
    part,
    seen,
    get: (target, init) => fetch(part.url + target, { redirect: 'manual', ...init }),
    passSeconds: (seconds) => {
      skippedMs += seconds * 1000;
    },
    logged: () => lines.map(({ message }) => message),
    stop: async () => {
      await part.stop();
      await origin.close();
      rmSync(stateDir, { recursive: true });
    },
  };
}

/** The first word of `x-cache`. */
export function resultOf(response: Response): string {
  return response.headers.get('x-cache')?.replace(' from cloudfront', '') ?? '';
}
