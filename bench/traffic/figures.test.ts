import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Round, sourceOf, trafficOf, webhookOf } from './figures';
import { reportsIn } from './function-reports';
import { costOf, type SeenRequest } from './requests';
import type { Visit } from './visits';

const aRequest = (request: Partial<SeenRequest>): SeenRequest => ({
  path: '/',
  isDocument: false,
  bytes: 1024,
  isOver: true,
  edge: 'Miss from cloudfront',
  waitedMs: 10,
  ...request,
});

const aVisit = (visit: Partial<Visit>): Visit => ({ ...costOf([]), functions: [], ...visit });

const aRound = (first: Partial<Visit>, again = first, other = first): Round => ({
  first: aVisit(first),
  again: aVisit(again),
  other: aVisit(other),
});

describe('the traffic of a visit', () => {
  it('is what came through the network, and what nobody waited for', () => {
    const beacon = aRequest({ path: '/api/catalog/vitals', bytes: 0, isOver: false });
    const cost = costOf([aRequest({}), aRequest({ bytes: 0 }), beacon]);
    expect(cost).toMatchObject({ requests: 2, kb: 1 });
  });

  it('reaches the shell with what no location has, and renders pages and their data', () => {
    const cost = costOf([
      aRequest({ isDocument: true }),
      aRequest({ path: '/_next/data/build/search.json' }),
      aRequest({ path: '/auth/me' }),
      aRequest({ isDocument: true, edge: 'Hit from cloudfront' }),
      aRequest({ path: '/_next/static/chunks/main.js' }),
      aRequest({ path: '/api/booking/services/s1/slots' }),
    ]);
    expect(cost.renders).toBe(2);
    expect(cost.shell.map(({ what }) => what)).toEqual([
      'page',
      '/_next/data/build/search.json',
      '/auth/me',
    ]);
  });
});

describe('the figures of a journey', () => {
  const catalog = { name: 'catalog', ms: 8 };

  it('are the middle of its rounds, by browser and by location', () => {
    const rounds = [1, 9, 2].map((kb) => aRound({ kb, renders: 2 }, { kb: 0 }, { renders: 1 }));
    expect(trafficOf(rounds)).toMatchObject({
      kb: { fresh: 2, again: 0 },
      renders: { missed: 2, known: 1 },
    });
  });

  it('have the shell answer in the least time that it was seen to take for the same', () => {
    const page = { what: 'page', ms: 50 };
    const slow = { shell: [page, { what: '/auth/me', ms: 90 }] };
    const calm = {
      shell: [
        { ...page, ms: 70 },
        { what: '/auth/me', ms: 5 },
      ],
    };
    const rounds = [aRound(slow, slow, { shell: [{ what: '/auth/me', ms: 40 }] }), aRound(calm)];
    expect(trafficOf(rounds)).toMatchObject({ shellMs: { missed: 55 } });
    expect(trafficOf(rounds.slice(0, 1))).toMatchObject({ shellMs: { missed: 90, known: 40 } });
  });

  it('count the functions that were asked, and leave out what follows from them', () => {
    const functions = [catalog, { name: 'catalog', ms: 9 }, { name: 'search-indexer', ms: 90 }];
    const slower = { functions: [catalog, { name: 'catalog', ms: 90 }] };
    const rounds = [{ functions }, slower].map((first) =>
      aRound(first, {}, { functions: [catalog] }),
    );
    expect(trafficOf(rounds).functions).toEqual({
      catalog: { calls: { missed: 2, known: 1 }, ms: { missed: 17, known: 8 } },
    });
  });

  it('share what follows from a payment among its events', () => {
    const payments = { name: 'payments', ms: 20 };
    const processed = { name: 'booking-processor', ms: 100 };
    const functions = [catalog, payments, payments, processed, processed, processed];
    expect(webhookOf([aRound({ functions })]).functions).toEqual({
      'booking-processor': {
        calls: { missed: 1.5, known: 1.5 },
        ms: { missed: 150, known: 150 },
      },
      payments: { calls: { missed: 1, known: 1 }, ms: { missed: 20, known: 20 } },
    });
  });

  it('come from what functions report, but not from those that run by the clock', () => {
    const line = (name: string) =>
      `2026-11-23T12:53:47.752Z debug marketplace-local-${name} REPORT RequestId: a-1 Duration: 17.2 ms`;
    expect(reportsIn(`${line('slots')}\nsomething\n${line('sweeper')}\n`)).toEqual([
      { name: 'slots', ms: 17.2 },
    ]);
  });

  it('become the file that the estimate of costs has', () => {
    const file = join(import.meta.dirname, '../../infra/cost/traffic-units.ts');
    const [head = ''] = sourceOf({}, 'MACHINE').split('MACHINE');
    const [, date = ''] = /TRAFFIC_OF = '([\d-]+)'/.exec(readFileSync(file, 'utf8')) ?? [];
    expect(readFileSync(file, 'utf8').startsWith(head)).toBe(true);
    expect(Date.parse(date)).toBeGreaterThan(0);
  });
});
