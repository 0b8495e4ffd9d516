import { Cluster } from 'ioredis';
import type { Log } from '../../observability';
import type { CacheStore } from '../store';

export interface RedisAddress {
  host: string;
  port: number;
  tls: boolean;
  username?: string | undefined;
  password?: string | undefined;
}

export interface RedisStore extends CacheStore {
  close(): void;
}

const LONGEST_PAUSE_MS = 2_000;

/**
 * A cluster of Redis or Valkey, of one node or of many. Nothing is queued while there is no connection
 * and nothing is tried twice: whoever asks has somewhere else to go. It connects again by itself.
 */
export function redisStore({ host, port, tls, username, password }: RedisAddress, log: Log) {
  const cluster = new Cluster([{ host, port }], {
    // The certificate names the host, so that it must not become an address on the way.
    dnsLookup: (address, done) => done(null, address),
    enableOfflineQueue: false,
    clusterRetryStrategy: (attempt) => Math.min(50 * 2 ** attempt, LONGEST_PAUSE_MS),
    maxRedirections: 2,
    redisOptions: {
      connectTimeout: 1_000,
      maxRetriesPerRequest: 0,
      disableClientInfo: true,
      ...(tls && { tls: {} }),
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
    },
  });
  const tried = new Promise<void>((resolve) => {
    cluster.once('ready', () => resolve());
    cluster.once('close', () => resolve());
  });
  // The error itself carries the command, and that may be the one with the password.
  cluster.on('error', ({ message }) => log.debug('The cache cannot be reached', { message }));
  return {
    async get(keys) {
      await tried;
      return cluster.mget(...keys);
    },
    async set(key, value, ttlMs) {
      await tried;
      await cluster.set(key, value, 'PX', ttlMs);
    },
    async setIfMissing(key, value, ttlMs) {
      await tried;
      return (await cluster.set(key, value, 'PX', ttlMs, 'NX')) === 'OK';
    },
    close: () => cluster.disconnect(),
  } satisfies RedisStore;
}
