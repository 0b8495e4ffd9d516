import { once } from '../lambda/handler';
import type { Environment } from '../lambda/runtime/env';
import type { Runtime } from '../lambda/runtime/runtime';
import type { Telemetry } from '../observability';
import { type Cache, noCache } from './cache';
import { type RedisStore, redisStore } from './redis/redis-store';
import type { CacheStore } from './store';
import { versionedCache } from './versioned-cache';

/** What of a function's runtime the cache is opened with. */
interface Opening {
  env: Pick<Environment, 'CACHE_URL' | 'AWS_LAMBDA_FUNCTION_VERSION'>;
  telemetry: Pick<Telemetry, 'log' | 'metrics'>;
  cacheSecret: Runtime['cacheSecret'];
  /** More than usual, for who measures what is kept and not how fast. */
  budgetMs?: number;
}

/** The cache that a function was given, if any; it is connected to when it is first asked. */
export function openCache({ env, telemetry, cacheSecret, budgetMs }: Opening): Cache {
  const { CACHE_URL: url, AWS_LAMBDA_FUNCTION_VERSION: codeVersion } = env;
  if (url === '') return noCache;
  const { log, metrics } = telemetry;
  const store = lateStore(async () => {
    const { hostname: host, port, protocol } = new URL(url);
    const tls = protocol === 'rediss:';
    return redisStore({ host, port: Number(port), tls, ...(await cacheSecret()) }, log);
  });
  const settings = { store, log, metrics, now: Date.now, codeVersion };
  return versionedCache({ ...settings, ...(budgetMs !== undefined && { budgetMs }) });
}

function lateStore(open: () => Promise<RedisStore>): CacheStore {
  const opened = once(open);
  return {
    get: async (keys) => (await opened()).get(keys),
    set: async (...item) => (await opened()).set(...item),
    setIfMissing: async (...item) => (await opened()).setIfMissing(...item),
  };
}
