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
  aWholeStory,
  START,
  second,
} from './testing';

const kindsOf = (...lines: HistoryLine[]) => [
  ...new Set(checkHistory(lines).map(({ kind }) => kind)),
];
const HALF_PAST = '2026-07-01T10:30:00.000Z';

describe('the checker, of who was where when', () => {
  it('finds nothing wrong with a history in order', () => {
    expect(checkHistory(aWholeStory())).toEqual([]);
  });

  it('sees two holds of one time that were live at once', () => {
    const lines = [aService(), aCall('a1', [1, 2]), aCall('a2', [3, 4])];
    expect(kindsOf(...lines, aBooking('a1'), aBooking('a2'))).toEqual(['double-booking']);
  });

  it('sees times that overlap without beginning together, and buffers that do', () => {
    const later = aCall('a2', [3, 4], { start: HALF_PAST });
    const bookings = [aBooking('a1'), aBooking('a2', { start: HALF_PAST })];
    expect(kindsOf(aService(), aCall('a1', [1, 2]), later, ...bookings)).toEqual([
      'double-booking',
    ]);

    const next = '2026-07-01T11:00:00.000Z';
    const adjacent = [aCall('a1', [1, 2]), aCall('a2', [3, 4], { start: next })];
    const both = [aBooking('a1'), aBooking('a2', { start: next })];
    expect(kindsOf(aService(), ...adjacent, ...both)).toEqual([]);
    expect(kindsOf(aService({ bufferAfter: 15 }), ...adjacent, ...both)).toEqual([
      'double-booking',
    ]);
  });

  it('lets a hold follow one that had expired or was cancelled', () => {
    const expired = [aCall('a1', [1, 2]), aCall('a2', [901, 902])];
    expect(kindsOf(aService(), ...expired, aBooking('a1'), aBooking('a2'))).toEqual([]);
    const cancelled = [
      aCall('a1', [1, 2]),
      aChange('a3', 'a1', 'cancel', [3, 5]),
      aCall('a2', [4, 6]),
    ];
    const bookings = [aBooking('a1', { state: 'cancelled' }), aBooking('a2')];
    expect(kindsOf(aService(), ...cancelled, ...bookings)).toEqual([]);
  });

  it('lets as many live at once as there are resources, and no more', () => {
    const two = aService({ resourceIds: ['r1', 'r2'] });
    const calls = ['a1', 'a2', 'a3'].map((attempt, index) => aCall(attempt, [index, index + 1]));
    const bookings = ['a1', 'a2', 'a3'].map((attempt) => aBooking(attempt));
    expect(kindsOf(two, ...calls.slice(0, 2), ...bookings.slice(0, 2))).toEqual([]);
    expect(kindsOf(two, ...calls, ...bookings)).toEqual(['double-booking']);
  });

  it('counts the seats of a session', () => {
    const class6 = aService({ capacity: 6 });
    const seats = (attempt: string, wanted: number) => [
      aCall(attempt, [1, 2], { seats: wanted }),
      aBooking(attempt, { seats: wanted }),
    ];
    expect(kindsOf(class6, ...seats('a1', 4), ...seats('a2', 2))).toEqual([]);
    expect(kindsOf(class6, ...seats('a1', 4), ...seats('a2', 3))).toEqual(['oversold']);
  });

  it('sees bookings that were moved onto each other', () => {
    const answer = { state: 'confirmed', start: HALF_PAST };
    const lines = [
      aCall('a1', [1, 2], { start: HALF_PAST }),
      ...aConfirmedBooking('a1', { start: HALF_PAST }),
      aCall('a2', [1, 2], { start: '2026-07-01T14:00:00.000Z' }),
      aChange('a3', 'a2', 'reschedule', [6, 7], { start: HALF_PAST, answer }),
      ...aConfirmedBooking('a2', { start: HALF_PAST }),
    ];
    expect(kindsOf(aService(), ...lines)).toContain('double-booking');
  });

  it('wants a reason for every refusal', () => {
    const alone = [aService(), aRefusal('a2', [901, 902])];
    expect(kindsOf(...alone)).toEqual(['refused-though-free']);
    expect(kindsOf(...alone, aCall('a1', [1, 2]), aBooking('a1'))).toEqual(['refused-though-free']);
    const held = [aCall('a1', [3, 6]), aBooking('a1')];
    expect(kindsOf(aService(), aRefusal('a2', [4, 5]), ...held)).toEqual([]);
  });

  it('wants claims and live bookings to mirror each other', () => {
    const [booking, claims] = aConfirmedBooking('a1') as [HistoryLine, HistoryLine];
    const held = [aService(), aCall('a1', [1, 2])];
    expect(kindsOf(...held, booking)).toEqual(['claims-differ']);
    expect(kindsOf(...held, aBooking('a1'), claims)).toEqual(['claims-differ']);
    const expiresAt = new Date(second(1)).toISOString();
    const left = { bookingId: 'b-a1', start: START, seats: 1, expiresAt };
    expect(kindsOf(...held, aBooking('a1'), { ...claims, claims: [left] } as HistoryLine)).toEqual(
      [],
    );
  });
});
