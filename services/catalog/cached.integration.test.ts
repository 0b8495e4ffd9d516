import { randomUUID } from 'node:crypto';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type Cache, openCache } from '../shared/cache';
import { memoryObjects } from '../shared/objects';
import { silentLog, silentMetrics } from '../shared/observability';
import type { ProviderItem } from '../shared/table';
import { aProvider, aService, startTestTable, testSettings } from '../shared/testing';
import { startRedis } from '../shared/testing/redis';
import { createApp } from './app';
import { ProviderPage, ServiceList } from './contract';
import { noEdgePages } from './indexer/forget/edge-pages';
import { indexBatch } from './indexer/index-batch';
import { marketIndexes } from './snapshots/market-indexes';

const test = await startTestTable();
const redis = await startRedis();
const objects = memoryObjects();
const provider = await aProvider(test.table);
await aService(test.table, provider, { title: 'Beard trim' });

afterAll(async () => {
  await Promise.all([test.stop(), redis.stop()]);
});

/** The cache as a function opens it, counting what it could not do. */
function aCache(budgetMs?: number) {
  const count = vi.fn();
  const runtime = {
    env: { CACHE_URL: `redis://127.0.0.1:${redis.port}`, AWS_LAMBDA_FUNCTION_VERSION: '1' },
    telemetry: { log: silentLog, metrics: { ...silentMetrics, count } },
    cacheSecret: async () => undefined,
    ...(budgetMs !== undefined && { budgetMs }),
  };
  const cache = openCache(runtime);
  const counted = (name: string) => count.mock.calls.filter(([each]) => each === name).length;
  return { cache, counted };
}

/** A catalogue as one function serves it. */
function aCatalog(cache: Cache) {
  const settings = testSettings({ now: () => new Date('2026-06-01T06:00:00.000Z') });
  const indexes = marketIndexes(objects, () => new Date(), silentLog);
  const app = createApp(settings, { table: test.table, indexes, cache });
  const get = async (path: string) => {
    const answer = await app.request(`/api/catalog/${path}`, { headers: { 'x-market': 'de' } });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const nameOf = async () =>
    ProviderPage.parse((await get(`providers/${provider.slug}`)).body).name;
  const found = async () =>
    ServiceList.parse((await get('services?q=beard')).body).items.map(
      ({ providerName }) => providerName,
    );
  return { get, nameOf, found };
}

const change = ({ providerId, slug, market }: ProviderItem): DynamoDBRecord => {
  const attributes = Object.entries({ __edb_e__: 'provider', providerId, slug, market });
  const NewImage = Object.fromEntries(attributes.map(([name, S]) => [name, { S }]));
  return { dynamodb: { SequenceNumber: randomUUID(), NewImage } };
};

/** What the stream sets off when the provider was changed. */
async function reported(answers: Cache): Promise<void> {
  const snapshots = { search: objects, near: objects };
  const context = { table: test.table, snapshots, answers, pages: noEdgePages };
  await indexBatch({ ...context, now: () => new Date(), log: silentLog }, [change(provider)]);
}

const rename = (name: string) =>
  test.table.provider.patch({ providerId: provider.providerId }).set({ name }).go();

describe('with a cache', () => {
  it('a page and a search are what they were until the change of a provider is reported', async () => {
    const { cache, counted } = aCache(10_000);
    const { nameOf, found } = aCatalog(cache);
    await rename('Before');
    await reported(cache);
    expect([await nameOf(), ...(await found())]).toEqual(['Before', 'Before']);
    await rename('After');
    expect([await nameOf(), ...(await found())]).toEqual(['Before', 'Before']);
    expect(counted('CacheHit')).toBe(2);
    await reported(cache);
    // Another function, whose index is not as old.
    const other = aCatalog(cache);
    expect([await other.nameOf(), ...(await other.found())]).toEqual(['After', 'After']);
    expect(counted('CacheUnavailable')).toBe(0);
  });

  it('that is lost in the middle of the load, no answer is wrong or an error', async () => {
    const { cache, counted } = aCache(1_000);
    const { get } = aCatalog(cache);
    await get('services');
    const statuses: number[] = [];
    let asking = true;
    const ask = async () => {
      while (asking) {
        statuses.push((await get(`providers/${provider.slug}`)).status);
      }
    };
    const askers = Array.from({ length: 4 }, ask);
    const more = async (answers: number) => {
      const enough = statuses.length + answers;
      await expect.poll(() => statuses.length, { timeout: 20_000 }).toBeGreaterThan(enough);
    };
    await expect.poll(() => counted('CacheHit'), { timeout: 20_000 }).toBeGreaterThan(20);
    redis.freeze();
    await more(50);
    await redis.kill();
    await more(50);
    expect(counted('CacheUnavailable')).toBeGreaterThanOrEqual(50);
    await redis.start();
    const hitsBefore = counted('CacheHit');
    await expect.poll(() => counted('CacheHit'), { timeout: 20_000 }).toBeGreaterThan(hitsBefore);
    asking = false;
    await Promise.all(askers);
    expect(new Set(statuses)).toEqual(new Set([200]));
  }, 60_000);
});
