import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { edgeMetricsLine, sliceMetricsLine } from '@marketplace/services/domain/metrics';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Part } from '../../part';
import { MetricStore, takeEmbeddedMetrics } from '../cloudwatch';
import type { Mail } from '../ses';
import { createConsole, LogBuffer } from './index';
import { metricsView } from './views/metrics';

const MAIL: Mail = {
  to: ['ada@demo.test'],
  from: 'bookings@marketplace.test',
  subject: 'Booked <soon>',
  text: 'See you',
  html: '<p onclick="x">See you</p>',
  attachments: [
    { filename: 'booking.ics', contentType: 'text/calendar', content: btoa('BEGIN:VCALENDAR') },
  ],
  sentAt: '2026-11-22T10:00:00.000Z',
};

let server: Server;
let origin: string;
let isReady: boolean;
let isUp: boolean;
let actions: string[];
let logs: LogBuffer;

function aPart(name: string, more: object = {}): Part {
  const health = async () => ({ ready: isUp, detail: 'fine', rssBytes: 50 * 1024 * 1024 });
  return { name, url: 'http://127.0.0.1:1', health, stop: async () => {}, ...more };
}

const stripeControls = {
  counts: () => ({ payment_intent: 3, dispute: 0 }),
  webhooks: () => ({ isHolding: false, held: [], waiting: 2 }),
  events: () => [
    {
      event: {
        id: 'evt_1',
        type: 'payment_intent.succeeded',
        created: 1,
        data: { object: { id: 'pi_1' } },
      },
      attempts: [{ atMs: 1, outcome: 'HTTP 500', isDelivered: false }],
    },
  ],
  hold: () => actions.push('hold'),
  release: (order: string) => actions.push(`release ${order}`),
  resend: (id: string, copies: number, delayMs: number) =>
    actions.push(`resend ${id} ${copies} ${delayMs}`),
};

beforeEach(async () => {
  isReady = true;
  isUp = true;
  actions = [];
  logs = new LogBuffer();
  const parts = [
    aPart('ses', { listMails: async () => [MAIL] }),
    aPart('stripe', { controls: stripeControls }),
    aPart('cloudfront', {
      distributionId: 'E1',
      stores: [
        { entries: () => [['slice/mf-catalog', '{"live":"26-abc","canary":"27-def","share":10}']] },
      ],
    }),
  ];
  server = createServer((request, response) => {
    const listener = bypass(request.url ?? '/');
    if (listener) listener(request, response);
    else response.writeHead(418).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bypass = createConsole({
    origin,
    parts: () => parts,
    isReady: () => isReady,
    logs,
    accounts: { emails: ['customer@demo.test'], password: 'Demo-Pass-1!' },
  });
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
});

const text = async (path: string) => (await fetch(origin + path)).text();

function press(action: string, fields: Record<string, string>, headers: Record<string, string>) {
  const body = new URLSearchParams(fields);
  const url = `${origin}/_local/payments/${action}`;
  return fetch(url, { method: 'POST', body, headers, redirect: 'manual' });
}

describe('health', () => {
  it('is 200 once everything is up and filled, 503 before and when a part is down', async () => {
    const health = async () => {
      const answer = await fetch(`${origin}/_local/health`);
      return [answer.status, await answer.json()];
    };
    expect(await health()).toEqual([200, { ready: true }]);
    isReady = false;
    expect(await health()).toEqual([503, { ready: false, waiting: [] }]);
    isReady = true;
    isUp = false;
    expect(await health()).toMatchObject([
      503,
      { ready: false, waiting: [{ name: 'ses' }, {}, {}] },
    ]);
  });
});

describe('the console', () => {
  it('leaves every other path to the distribution', async () => {
    for (const path of ['/', '/search', '/_localish', '/p/_local']) {
      expect((await fetch(origin + path)).status).toBe(418);
    }
  });

  it('shows parts, total memory and demo accounts', async () => {
    const page = await text('/_local/');
    expect(page).toContain('stripe');
    expect(page).toContain('50 MB');
    expect(page).toMatch(/everything that was started: <strong>\d+ MB/);
    expect(page).toContain('customer@demo.test');
  });

  it('lists mails as JSON and as pages, with files to download', async () => {
    const answer = await fetch(`${origin}/_local/mail`);
    expect(await answer.json()).toEqual([MAIL]);
    expect(await text('/_local/inbox')).toContain('Booked &lt;soon&gt;');
    const page = await text('/_local/inbox/0');
    expect(page).toContain('sandbox=');
    expect(page).not.toContain('<p onclick');
    expect(await text('/_local/inbox/0/files/0')).toBe('BEGIN:VCALENDAR');
    expect((await fetch(`${origin}/_local/inbox/7`)).status).toBe(404);
  });

  it('shows payments, releases and logs', async () => {
    expect(await text('/_local/payments')).toContain('payment intent 3');
    expect(await text('/_local/releases')).toContain('27-def</code> for 10% of visitors');
    logs.write({ source: 'lambda', level: 'error', message: '<oops>' });
    logs.write({ source: 's3', level: 'info', message: 'quiet' });
    expect(await text('/_local/logs')).toContain('&lt;oops&gt;');
    expect(await text('/_local/logs?source=s3')).not.toContain('&lt;oops&gt;');
  });

  it('holds, releases and resends webhooks on its own request only', async () => {
    const own = { 'sec-fetch-site': 'same-origin' };
    expect((await press('hold', {}, own)).status).toBe(303);
    await press('release', { order: 'shuffle' }, own);
    await press('resend', { id: 'evt_1', copies: '2', delayMs: '30000' }, { origin });
    expect(actions).toEqual(['hold', 'release shuffle', 'resend evt_1 2 30000']);
    expect((await press('hold', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await press('hold', {}, {})).status).toBe(403);
    expect(actions).toHaveLength(3);
  });
});

describe('the log buffer', () => {
  it('keeps the last lines of every source, however loud another one is', () => {
    logs.write({ source: 'quiet', level: 'info', message: 'still here' });
    for (let n = 0; n < 2_000; n += 1)
      logs.write({ source: 'loud', level: 'info', message: `${n}` });
    expect(logs.latest(10, 'quiet').map(({ message }) => message)).toEqual(['still here']);
    expect(logs.latest(5_000, 'loud')).toHaveLength(500);
    expect(logs.latest(1, 'loud')[0]?.message).toBe('1999');
  });
});

describe('metrics', () => {
  it('shows what browsers said of each release, and the alarms of a canary', () => {
    const store = new MetricStore();
    const report = { slice: 'mf-catalog', release: '26-abc', views: 1, errors: 1 } as const;
    takeEmbeddedMetrics(sliceMetricsLine({ ...report, lcpMs: 812 }, 1_000), store);
    const alarm = {
      AlarmName: 'marketplace-canary-mf-catalog-errors',
      AlarmDescription: '<why>',
      Metrics: [],
      ComparisonOperator: 'GreaterThanThreshold',
      Threshold: 1,
      EvaluationPeriods: 1,
      state: 'ALARM',
      changedAtMs: 0,
    } as const;
    const page = metricsView(store, [{ ...alarm, Metrics: [] }], 2_000).text;
    expect(page).toContain('26-abc');
    expect(page).toContain('812 ms <svg');
    expect(page).toContain('<span class="tag bad">ALARM</span>');
    expect(page).toContain('&lt;why&gt;');
    expect(page.match(/<rect /g)?.length).toBe(3);
  });

  it('shows what the edge decided, by decision and by what was wrong with a token', () => {
    const store = new MetricStore();
    const forged = { decision: 'sign-in', tokenFault: 'invalid' } as const;
    for (const decided of [forged, forged, { decision: 'forbidden' }] as const) {
      takeEmbeddedMetrics(edgeMetricsLine(decided, 1_000), store);
    }
    const rows = metricsView(store, [], 2_000).text.split('<tr>');
    const numberOf = (value: string) =>
      rows.find((row) => row.includes(`<strong>${value}</strong>`))?.match(/>(\d+) <svg/)?.[1];
    expect(['sign-in', 'invalid', 'forbidden'].map(numberOf)).toEqual(['2', '2', '1']);
    expect([numberOf('refresh'), numberOf('EdgeDecision')]).toEqual([undefined, undefined]);
  });

  it('says where they come from while there are none', () => {
    expect(metricsView(new MetricStore(), [], 0).text).toContain('Open a page of the marketplace');
  });
});
