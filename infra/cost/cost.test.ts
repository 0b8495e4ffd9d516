import { describe, expect, it } from 'vitest';
import type { StageName } from '../config';
import { synthesise } from '../test/fixtures';
import { dominantOf, estimate, totalOf } from './estimate';
import { averageOf } from './journey-traffic';
import { templateFacts } from './template-facts';
import { JOURNEY_TRAFFIC } from './traffic-units';
import { type Journey, unitsOf, VISITS_PER_BOOKING } from './units';

const factsOf = (stage: StageName) =>
  templateFacts(
    Object.values(synthesise(stage)).map(({ template }) => template.toJSON()),
    stage,
  );
const facts = factsOf('prod');

describe('the estimate of a month', () => {
  it('takes sizes and counts from the templates', () => {
    expect(facts.memoryMb).toMatchObject({ catalog: 1024, booking: 512, 'viewer-auth': 128 });
    expect(facts.count('AWS::CloudWatch::Dashboard')).toBeGreaterThan(4);
    expect(facts.canaryRunsAMonth).toBe(8_760);
    expect(facts).toMatchObject({ replicaRegions: 1, cacheNodes: 2, networkEndpoints: 2 });
  });

  it('starts with what stands there without a visitor', () => {
    const idle = estimate(0, facts);
    expect(idle.Table).toBe(0);
    expect(idle['Keys and secrets']).toBeGreaterThan(5);
    expect(totalOf(idle)).toBeLessThan(250);
  });

  it('grows with bookings, and every part of it with them or not at all', () => {
    const small = estimate(1_000, facts);
    const large = estimate(2_000, facts);
    for (const part of Object.keys(small)) {
      expect(large[part], part).toBeGreaterThanOrEqual(small[part] ?? 0);
    }
    const idle = totalOf(estimate(0, facts));
    expect(totalOf(large) - idle).toBeCloseTo(2 * (totalOf(small) - idle));
  });

  it('names what dominates: the standing parts first, the distribution when it is busy', () => {
    expect(dominantOf(estimate(10_000_000, facts))).toBe('Distribution');
    expect(dominantOf(estimate(1_000, facts))).not.toBe('Distribution');
  });

  it('can be made of a stage without a cache', () => {
    const month = estimate(1_000, factsOf('dev'));
    expect(month.Cache).toBe(0);
    expect(totalOf(month)).toBeLessThan(totalOf(estimate(1_000, facts)));
  });

  it('refuses a function that no template has', () => {
    expect(() => estimate(1, { ...facts, memoryMb: {} })).toThrow('No template has a function');
  });

  it('follows the mix of visits', () => {
    const { home, search, provider, slots, booking } = VISITS_PER_BOOKING;
    expect([home, search, provider, slots, booking].map((visits) => visits * 2)).toEqual([
      50, 25, 15, 8, 2,
    ]);
  });
});

describe('an average visit', () => {
  const seen = {
    requests: { fresh: 30, again: 10 },
    kb: { fresh: 400, again: 40 },
    renders: { missed: 1, known: 0 },
    shellRequests: { missed: 4, known: 3 },
    shellMs: { missed: 90, known: 30 },
    functions: { catalog: { calls: { missed: 3, known: 1 }, ms: { missed: 26, known: 6 } } },
  };

  it('lies between what was counted, by the shares of browsers and of locations that know nothing', () => {
    expect(averageOf(seen, { fresh: 0.5, missed: 0.25 })).toEqual({
      viewerRequests: 20,
      viewerKb: 220,
      shellRequests: 3.25,
      shellMs: 45,
      functions: { catalog: { calls: 1.5, ms: 11 } },
    });
    expect(averageOf(seen, { fresh: 1, missed: 1 })).toMatchObject({ viewerKb: 400, shellMs: 90 });
    expect(averageOf(seen, { fresh: 0, missed: 0 })).toMatchObject({ viewerKb: 40, shellMs: 30 });
  });

  it('has figures of every journey, and only functions that a stage has', () => {
    for (const journey of Object.keys(VISITS_PER_BOOKING) as Journey[]) {
      const { viewerRequests, viewerKb, invocations, functions } = unitsOf(journey);
      expect(Math.min(viewerRequests, viewerKb, invocations), journey).toBeGreaterThan(0);
      for (const name of Object.keys(functions)) expect(facts.memoryMb).toHaveProperty(name);
    }
  });

  it('asks less of the network in a browser that was there before', () => {
    for (const { requests, kb } of Object.values(JOURNEY_TRAFFIC)) {
      expect(requests.again).toBeLessThanOrEqual(requests.fresh);
      expect(kb.again).toBeLessThanOrEqual(kb.fresh);
    }
  });

  it('pays for two mails once it is a booking, and reads free times from the table', () => {
    expect(unitsOf('booking').mails).toBe(2);
    expect(unitsOf('home').mails).toBe(0);
    expect(unitsOf('slots').readUnits).toBeGreaterThan(0);
  });
});
