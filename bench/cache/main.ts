import { strict as assert } from 'node:assert';
import { createApp } from '../../services/catalog/app';
import { marketIndexes } from '../../services/catalog/snapshots/market-indexes';
import { type Cache, noCache, openCache } from '../../services/shared/cache';
import { memoryObjects } from '../../services/shared/objects';
import { silentLog, silentMetrics } from '../../services/shared/observability';
import { aProvider, aService, startTestTable, testSettings } from '../../services/shared/testing';
import { startRedis } from '../../services/shared/testing/redis';

const READS = 400;
const SERVICES = 12;

/** A provider's page from the table and from the cache, by turns: median and 95th percentile. */
async function main(): Promise<void> {
  const [test, redis] = await Promise.all([startTestTable(), startRedis()]);
  try {
    const provider = await aProvider(test.table);
    for (let made = 0; made < SERVICES; made++) await aService(test.table, provider);
    const runtime = {
      env: { CACHE_URL: `redis://127.0.0.1:${redis.port}`, AWS_LAMBDA_FUNCTION_VERSION: '1' },
      telemetry: { log: silentLog, metrics: silentMetrics },
      cacheSecret: async () => undefined,
    };
    const pageFrom = (cache: Cache) => {
      const indexes = marketIndexes(memoryObjects(), () => new Date(), silentLog);
      const settings = testSettings({ now: () => new Date('2026-06-01T06:00:00.000Z') });
      const app = createApp(settings, { table: test.table, indexes, cache });
      return async () => {
        const startedMs = performance.now();
        const answer = await app.request(`/api/catalog/providers/${provider.slug}`);
        assert.equal(answer.status, 200);
        return { text: await answer.text(), ms: performance.now() - startedMs };
      };
    };
    const sources = { table: pageFrom(noCache), cache: pageFrom(openCache(runtime)) };
    assert.equal((await sources.table()).text, (await sources.cache()).text);

    const taken: Record<keyof typeof sources, number[]> = { table: [], cache: [] };
    for (let read = 0; read < READS; read++) {
      taken.table.push((await sources.table()).ms);
      taken.cache.push((await sources.cache()).ms);
    }
    print(taken);
  } finally {
    await Promise.all([test.stop(), redis.stop()]);
  }
}

function print({ table, cache }: { table: number[]; cache: number[] }): void {
  console.log(
    `A page of ${SERVICES} services, ${READS} reads each, DynamoDB Local and a real Redis`,
  );
  const line = (name: string, ms: number[]) =>
    console.log(`${name}  p50 ${at(ms, 0.5).toFixed(2)} ms  p95 ${at(ms, 0.95).toFixed(2)} ms`);
  line('from the table', table);
  line('with the cache', cache);
  console.log(
    `with the cache it takes ${(at(cache, 0.5) / at(table, 0.5)).toFixed(3)} of the time`,
  );
}

const at = (ms: readonly number[], share: number) =>
  [...ms].sort((a, b) => a - b)[Math.floor(ms.length * share)] ?? Number.NaN;

await main();
process.exit();
