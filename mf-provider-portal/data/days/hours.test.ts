import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceptionsOf, hoursError, isOvernight, rulesOf, weekOf } from './hours';

const nine = { start: '09:00', end: '17:00' };

describe('weekly hours', () => {
  it('equal hours of several days are one rule', () => {
    const week = weekOf([{ days: [1, 2, 5], ...nine }]);
    expect(week[5]).toEqual([nine]);
    expect(week[3]).toEqual([]);
    expect(rulesOf(week)).toEqual([{ days: [1, 2, 5], ...nine }]);
  });

  it('what is saved and read again is the same week', () => {
    const time = fc.constantFrom('00:00', '08:30', '12:00', '17:45', '23:59');
    const rule = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      start: time,
      end: time,
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 6 }), (rules) => {
        const saved = rulesOf(weekOf(rules));
        expect(rulesOf(weekOf(saved))).toEqual(saved);
      }),
    );
  });

  it('24:00 is shown as the midnight that clocks know', () => {
    const week = weekOf([{ days: [6], start: '18:00', end: '24:00' }]);
    expect(week[6]).toEqual([{ start: '18:00', end: '00:00' }]);
  });

  it.each([
    [[nine, { start: '16:00', end: '18:00' }], 'overlap'],
    [[{ start: '22:00', end: '02:00' }, nine], null],
    [[nine, { start: '17:00', end: '18:00' }], null],
    [[{ start: '', end: '18:00' }], 'missing'],
    [[], null],
  ] as const)('%o is %s', (intervals, error) => {
    expect(hoursError(intervals)).toBe(error);
  });

  it('an end before the start is on the next day', () => {
    expect(isOvernight({ start: '22:00', end: '02:00' })).toBe(true);
    expect(isOvernight(nine)).toBe(false);
  });
});

it('a date named twice has the hours of both', () => {
  const evening = { start: '18:00', end: '20:00' };
  expect(
    exceptionsOf([
      { date: '2026-07-01', intervals: [evening] },
      { date: '2026-06-01', intervals: [] },
      { date: '2026-07-01', intervals: [nine] },
    ]),
  ).toEqual([
    { date: '2026-06-01', intervals: [] },
    { date: '2026-07-01', intervals: [nine, evening] },
  ]);
});
