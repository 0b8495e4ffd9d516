import { describe, expect, it } from 'vitest';
import { synthesise } from '../test/fixtures';
import { dominantOf, estimate, totalOf } from './estimate';
import { templateFacts } from './template-facts';
import { VISITS_PER_BOOKING } from './units';

const templates = Object.values(synthesise('prod')).map(({ template }) => template.toJSON());
const facts = templateFacts(templates, 'prod');

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
