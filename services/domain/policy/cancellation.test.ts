import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CANCELLATION_POLICIES,
  type CancellationPolicy,
  cancellationRefund,
  customerMayReschedule,
  refundDeadlines,
} from './index';

const start = new Date('2026-06-30T12:00:00.000Z');
const money = { totalMinor: 10995, currency: 'EUR' };

const before = (hours: number, ms = 0) => new Date(start.getTime() - hours * 3_600_000 + ms);

describe('cancellation by the customer', () => {
  it.each<[CancellationPolicy, number, number]>([
    ['flexible', 24, 10995],
    ['moderate', 120, 10995],
    ['strict', 336, 10995],
  ])('%s gives everything back up to and including %i hours before', (policy, hours, refund) => {
    const at = (now: Date) =>
      cancellationRefund({ ...money, policy, start, now, by: 'customer' }).refundMinor;
    expect(at(before(hours))).toBe(refund);
    expect(at(before(hours, 1))).toBeLessThan(refund);
  });

  it.each<[CancellationPolicy, number]>([
    ['moderate', 24],
    ['strict', 168],
  ])('%s gives half back, rounded up, up to and including %i hours before', (policy, hours) => {
    const at = (now: Date) => cancellationRefund({ ...money, policy, start, now, by: 'customer' });
    expect(at(before(hours))).toEqual({ portion: 'half', refundMinor: 5498 });
    expect(at(before(hours, 1))).toEqual({ portion: 'none', refundMinor: 0 });
  });

  it('never gives more the later it comes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CANCELLATION_POLICIES),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 800 }),
        (policy, a, b) => {
          const refundAt = (hours: number) =>
            cancellationRefund({ ...money, policy, start, now: before(hours), by: 'customer' })
              .refundMinor;
          expect(refundAt(Math.max(a, b))).toBeGreaterThanOrEqual(refundAt(Math.min(a, b)));
        },
      ),
    );
  });

  it('allows rescheduling exactly while everything would be refunded', () => {
    expect(customerMayReschedule({ policy: 'moderate', start, now: before(120) })).toBe(true);
    expect(customerMayReschedule({ policy: 'moderate', start, now: before(120, 1) })).toBe(false);
  });

  it('names its deadlines', () => {
    expect(refundDeadlines('flexible', start)).toEqual({ wholeUntil: before(24) });
    expect(refundDeadlines('strict', start)).toEqual({
      wholeUntil: before(336),
      halfUntil: before(168),
    });
  });
});

describe('cancellation by the provider', () => {
  it('gives everything back whatever the policy and the hour', () => {
    for (const policy of CANCELLATION_POLICIES) {
      const now = before(-1);
      expect(cancellationRefund({ ...money, policy, start, now, by: 'provider' })).toEqual({
        portion: 'whole',
        refundMinor: 10995,
      });
    }
  });
});
