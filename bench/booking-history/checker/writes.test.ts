import { describe, expect, it } from 'vitest';
import type { HistoryLine } from '../history/lines';
import { checkHistory } from './check';
import {
  aBooking,
  aCall,
  aChange,
  aConfirmedBooking,
  aRefusal,
  aService,
  START,
  second,
} from './testing';

const kindsOf = (...lines: HistoryLine[]) => [
  ...new Set(checkHistory([aService(), ...lines]).map(({ kind }) => kind)),
];
const LATER = '2026-07-01T15:00:00.000Z';

describe('the checker, of what was answered', () => {
  it('misses a hold that was acknowledged and is not there', () => {
    expect(kindsOf(aCall('a1', [1, 2]))).toEqual(['lost-write']);
  });

  it('misses a cancellation and a move that were acknowledged and did not last', () => {
    const held = [aCall('a1', [1, 2]), ...aConfirmedBooking('a1')];
    expect(kindsOf(...held, aChange('a2', 'a1', 'cancel', [6, 7]))).toContain('lost-write');
    const move = aChange('a2', 'a1', 'reschedule', [6, 7], { start: LATER });
    expect(kindsOf(...held, move)).toContain('lost-write');
  });

  it('accepts either end of what was never answered', () => {
    const lost = aCall('a1', [1, 2], { outcome: 'unknown' });
    expect(kindsOf(lost)).toEqual([]);
    expect(kindsOf(lost, aBooking('a1'))).toEqual([]);
    const held = [
      aCall('a1', [1, 2]),
      aChange('a2', 'a1', 'cancel', [3, 4], { outcome: 'unknown' }),
    ];
    expect(kindsOf(...held, aBooking('a1'))).toEqual([]);
    expect(kindsOf(...held, aBooking('a1', { state: 'cancelled' }))).toEqual([]);
  });

  it('finds what refused writes left', () => {
    const paidAt = new Date(second(5)).toISOString();
    const winner = [aCall('a1', [1, 2]), aBooking('a1')];
    const refused = [...winner, aRefusal('a2', [3, 4])];
    expect(kindsOf(...refused)).toEqual([]);
    expect(kindsOf(...refused, aBooking('a2', { paidAt }))).toContain(
      'refused-write-left-something',
    );

    const cancel = aChange('a3', 'a1', 'cancel', [3, 4], { outcome: 'refused' });
    const cancelled = aBooking('a1', { state: 'cancelled' });
    expect(kindsOf(aCall('a1', [1, 2]), cancel, cancelled)).toEqual([
      'refused-write-left-something',
    ]);

    const moved = aBooking('a1', { start: LATER });
    expect(kindsOf(aCall('a1', [1, 2]), moved)).toEqual(['refused-write-left-something']);
  });

  it('finds a write that was done or answered twice', () => {
    const twice = [aBooking('a1'), aBooking('a1', { bookingId: 'b-other' })];
    expect(kindsOf(aCall('a1', [1, 2]), ...twice)).toContain('write-done-twice');
    const other = aCall('a1', [3, 4], { answer: { bookingId: 'b-a1', state: 'confirmed' } });
    expect(kindsOf(aCall('a1', [1, 2]), other, aBooking('a1'))).toEqual(['write-done-twice']);
  });

  it('finds a booking that went back', () => {
    const read = (attempt: string, at: [number, number], state: string) =>
      aChange(attempt, 'a1', 'read', at, { answer: { state, start: START } });
    const held = [aCall('a1', [1, 2]), ...aConfirmedBooking('a1')];
    expect(kindsOf(...held, read('a2', [3, 4], 'held'), read('a3', [5, 6], 'confirmed'))).toEqual(
      [],
    );
    const back = [read('a2', [3, 4], 'confirmed'), read('a3', [5, 6], 'held')];
    expect(kindsOf(...held, ...back)).toEqual(['went-back']);
    const sideBySide = [read('a2', [3, 6], 'confirmed'), read('a3', [5, 7], 'held')];
    expect(kindsOf(...held, ...sideBySide)).toEqual([]);
  });
});
