import { describe, expect, it, vi } from 'vitest';
import type { SliceReport } from '../../domain/vitals';
import { vitalsRoute } from '../contract';
import { serviceApp } from '../lambda';
import { memoryObjects } from '../objects';
import { silentMetrics } from '../observability';
import { TEST_ORIGIN, testClock, testSettings } from '../testing/settings';
import { serveVitals } from './index';
import { knownReleases, servedAt, storedIn } from './known-releases';

const REPORT = { slice: 'mf-catalog', release: 'r1', views: 1, errors: 0, lcpMs: 1234.5, cls: 0 };

function aService() {
  const clock = testClock('2026-06-01T10:00:00.000Z');
  const counted: SliceReport[] = [];
  const metrics = {
    ...silentMetrics,
    ofSlice: (report: SliceReport) => {
      counted.push(report);
    },
  };
  const settings = { ...testSettings(clock), metrics };
  const app = serviceApp(settings);
  const isKnown = vi.fn(async (_slice: string, release: string) => release !== 'made-up');
  serveVitals(app, vitalsRoute('mf-catalog'), settings, isKnown);
  app.use('/api/catalog/*', () => {
    throw new Error('what comes after is for others');
  });
  const send = async (body: unknown, headers: Record<string, string> = { origin: TEST_ORIGIN }) =>
    app.request('/api/catalog/vitals', {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { clock, counted, isKnown, send };
}

describe('reports of browsers', () => {
  it('are counted by slice and release', async () => {
    const { counted, send } = aService();
    expect((await send(REPORT)).status).toBe(204);
    expect(counted).toEqual([REPORT]);
  });

  it('come from our own pages only', async () => {
    const { counted, send } = aService();
    expect((await send(REPORT, {})).status).toBe(403);
    expect((await send(REPORT, { origin: 'https://evil.test' })).status).toBe(403);
    expect((await send(REPORT, { 'sec-fetch-site': 'same-origin' })).status).toBe(204);
    expect(counted).toHaveLength(1);
  });

  it.each([
    ['another field', { ...REPORT, user: 'ada@demo.test' }],
    ['a release that is a path', { ...REPORT, release: '../x' }],
    ['another slice', { ...REPORT, slice: 'mf-evil' }],
    ['a value beyond belief', { ...REPORT, lcpMs: 1e9 }],
    ['many errors at once', { ...REPORT, errors: 1_000 }],
    ['no JSON', '{'],
  ])('are refused with %s', async (_what, body) => {
    const { counted, send } = aService();
    expect((await send(body)).status).toBe(400);
    expect(counted).toEqual([]);
  });

  it('are refused when they are large', async () => {
    const { send } = aService();
    expect((await send({ ...REPORT, padding: 'x'.repeat(2_000) })).status).toBe(413);
  });

  it('make no metric of a release that nobody published', async () => {
    const { counted, send } = aService();
    expect((await send({ ...REPORT, release: 'made-up' })).status).toBe(404);
    expect(counted).toEqual([]);
  });

  it('are slowed down by address, whatever else the viewer claims', async () => {
    const { clock, send } = aService();
    const from = (claimed: string, address: string) =>
      send(REPORT, {
        origin: TEST_ORIGIN,
        'x-forwarded-for': `${claimed}, ${address}, 130.176.0.1`,
      });
    let passed = 0;
    while ((await from(`10.0.0.${passed}`, '203.0.113.7')).status === 204) passed += 1;
    expect(passed).toBe(240);
    expect((await from('', '203.0.113.8')).status).toBe(204);
    clock.advance(1);
    expect((await from('', '203.0.113.7')).status).toBe(204);
  });
});

describe('known releases', () => {
  const origin = 'https://market.test';

  it('are asked for once', async () => {
    const ask = vi.fn(async () => new Response(null, { status: 200 }));
    const isKnown = knownReleases({ isThere: servedAt(origin, ask), now: () => new Date() });
    expect(await isKnown('mf-catalog', 'r1')).toBe(true);
    expect(await isKnown('mf-catalog', 'r1')).toBe(true);
    expect(ask).toHaveBeenCalledExactlyOnceWith(
      `${origin}/_mf/mf-catalog/r1/static/chunks/remoteEntry.js`,
      expect.objectContaining({ method: 'HEAD' }),
    );
  });

  it('are asked for again after a while when they were not there', async () => {
    const clock = testClock('2026-06-01T10:00:00.000Z');
    const ask = vi.fn(async () => new Response(null, { status: 403 }));
    const isKnown = knownReleases({ isThere: servedAt(origin, ask), now: clock.now });
    expect(await isKnown('mf-catalog', 'r1')).toBe(false);
    expect(await isKnown('mf-catalog', 'r1')).toBe(false);
    expect(ask).toHaveBeenCalledTimes(1);
    clock.advance(61);
    ask.mockResolvedValue(new Response(null, { status: 200 }));
    expect(await isKnown('mf-catalog', 'r1')).toBe(true);
  });

  it('are found where the distribution gets them from, too', async () => {
    const objects = memoryObjects();
    await objects.write('_mf/mf-catalog/r1/static/chunks/remoteEntry.js', '', { ifNoneMatch: '*' });
    const isKnown = knownReleases({ isThere: storedIn(objects), now: () => new Date() });
    expect(await isKnown('mf-catalog', 'r1')).toBe(true);
    expect(await isKnown('mf-catalog', 'r2')).toBe(false);
  });
});
