import { expect, it } from 'vitest';
import { LEAST_AT_ONCE, MOST_AT_ONCE, nextLimit } from './next-limit';

const LATE = { delayMs: 500, wasFull: true };
const IN_TIME = { delayMs: 1, wasFull: true };

function after(limit: number, samples: Parameters<typeof nextLimit>[1][]): number {
  return samples.reduce(nextLimit, limit);
}

it('falls while the event loop is late, and never below what keeps the processor busy', () => {
  expect(nextLimit(16, LATE)).toBe(12);
  expect(after(MOST_AT_ONCE, Array(50).fill(LATE))).toBe(LEAST_AT_ONCE);
});

it('rises again one by one once the event loop is in time, and never without end', () => {
  expect(nextLimit(LEAST_AT_ONCE, IN_TIME)).toBe(LEAST_AT_ONCE + 1);
  expect(after(LEAST_AT_ONCE, Array(50).fill(IN_TIME))).toBe(MOST_AT_ONCE);
});

it('stays where it is while nobody feels it or nothing was measured', () => {
  expect(nextLimit(9, { delayMs: 1, wasFull: false })).toBe(9);
  expect(nextLimit(9, { delayMs: Number.NaN, wasFull: false })).toBe(9);
});
