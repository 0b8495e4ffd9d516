import { afterAll, describe, expect, it } from 'vitest';
import { CACHE_ACCESS } from '../../contract';
import { silentLog } from '../../observability';
import { startRedis } from '../../testing/redis';
import { type RedisStore, redisStore } from './redis-store';

const USER = `marketplace reset on >a-password-of-sixteen ${CACHE_ACCESS}`;
const server = await startRedis(USER);
const stores: RedisStore[] = [];
const open = (password = 'a-password-of-sixteen') => {
  const address = { host: '127.0.0.1', port: server.port, tls: false };
  const store = redisStore({ ...address, username: 'marketplace', password }, silentLog);
  stores.push(store);
  return store;
};

afterAll(async () => {
  for (const store of stores) store.close();
  await server.stop();
});

describe('a Redis', () => {
  it('is used with no more rights than the deployed user has', async () => {
    const store = open();
    await store.set('{a}:1', 'one', 60_000);
    expect(await store.get(['{a}:1', '{a}:2'])).toEqual(['one', null]);
    expect(await store.setIfMissing('{a}:1', 'other', 60_000)).toBe(false);
    expect(await store.setIfMissing('{a}:2', 'two', 60_000)).toBe(true);
    expect(await store.get(['{a}:1', '{a}:2'])).toEqual(['one', 'two']);
  });

  it('forgets by itself', async () => {
    const store = open();
    await store.set('{a}:short', 'x', 1);
    await expect.poll(() => store.get(['{a}:short'])).toEqual([null]);
  });

  it('refuses who does not know the password', async () => {
    await expect(open('another').get(['{a}:1'])).rejects.toThrow();
  });

  it('that was lost fails at once, and serves again when it is back', async () => {
    const store = open();
    await store.set('{b}:1', 'one', 60_000);
    await server.kill();
    await expect.poll(() => store.get(['{b}:1']).catch(() => 'failed')).toBe('failed');
    const startedMs = performance.now();
    await expect(store.get(['{b}:1'])).rejects.toThrow();
    expect(performance.now() - startedMs).toBeLessThan(1_000);
    await server.start();
    await expect
      .poll(() => store.get(['{b}:1']).catch(() => 'failed'), { timeout: 15_000 })
      .toEqual([null]);
  });
});
