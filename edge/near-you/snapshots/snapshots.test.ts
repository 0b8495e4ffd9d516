import type { MarketCode } from '@marketplace/services/domain/markets';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FetchObject } from './bucket';
import { createSnapshots } from './snapshots';

let nowMs: number;
beforeEach(() => {
  nowMs = Date.parse('2026-06-01T06:00:00.000Z');
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

function aBucket() {
  const bucket = {
    asked: 0,
    isUp: true,
    version: 1,
    modifiedMs: nowMs,
    text: (market: string) => JSON.stringify({ version: 1, market, providers: { a: {} } }),
  };
  const read: FetchObject = async (key, etag) => {
    bucket.asked += 1;
    if (!bucket.isUp) throw new Error('down');
    const { version, modifiedMs } = bucket;
    if (etag === String(version)) return { kind: 'unchanged' };
    const market = key.slice('near/'.length, -'.json'.length);
    return { kind: 'found', text: bucket.text(market), etag: String(version), modifiedMs };
  };
  return { bucket, read };
}

const stage = () => {
  const home = aBucket();
  const replica = aBucket();
  const snapshots = createSnapshots([home.read, replica.read], () => nowMs);
  return { home: home.bucket, replica: replica.bucket, of: snapshots.of };
};

describe('snapshots', () => {
  it('are asked for once for everybody who waits, and again when they may be old', async () => {
    const { home, of } = stage();
    await Promise.all([of('de'), of('de'), of('de')]);
    expect(home.asked).toBe(1);
    nowMs += 2_000;
    const before = await of('de');
    expect([home.asked, before?.market]).toEqual([2, 'de']);
    home.version = 2;
    home.text = (market) => JSON.stringify({ version: 1, market, providers: {} });
    nowMs += 2_000;
    expect((await of('de'))?.providers).toEqual({});
  });

  it('come from the replica while the home region is down', async () => {
    const { home, replica, of } = stage();
    home.isUp = false;
    expect((await of('de'))?.market).toBe('de');
    expect(replica.asked).toBe(1);
  });

  it('are the last good ones while both are down or one is broken, without asking each time', async () => {
    const { home, replica, of } = stage();
    await of('de');
    home.isUp = false;
    replica.text = () => '{broken';
    replica.version = 2;
    nowMs += 2_000;
    expect((await of('de'))?.market).toBe('de');
    await of('de');
    expect([home.asked, replica.asked]).toEqual([2, 1]);
  });

  it('are nothing when there never was one, or when all its times have passed', async () => {
    const { home, replica, of } = stage();
    home.isUp = false;
    replica.isUp = false;
    expect(await of('de')).toBeUndefined();
    home.isUp = true;
    nowMs += 3_000;
    expect(await of('de')).toBeDefined();
    nowMs += 15 * 86_400_000;
    expect(await of('de')).toBeUndefined();
  });

  it('of few markets are kept at a time', async () => {
    const { home, of } = stage();
    for (const market of ['de', 'us', 'gb', 'fr', 'de'] as MarketCode[]) await of(market);
    expect(home.asked).toBe(5);
  });
});
