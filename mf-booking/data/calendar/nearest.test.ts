import { expect, it } from 'vitest';
import { nearestFree, withRoomFor } from './nearest';

const at = (time: string, seatsLeft?: number) => ({
  start: `2026-06-01T${time}:00.000Z`,
  end: `2026-06-01T${time}:00.000Z`,
  ...(seatsLeft === undefined ? {} : { seatsLeft }),
});

it('names the closest time on either side, the earlier of two equally close', () => {
  const slots = [at('09:00'), at('13:00'), at('15:00')];
  expect(nearestFree(slots, at('12:00').start)).toEqual(at('13:00'));
  expect(nearestFree(slots, at('11:00').start)).toEqual(at('09:00'));
  expect(nearestFree(slots, at('20:00').start)).toEqual(at('15:00'));
  expect(nearestFree([], at('20:00').start)).toBeNull();
});

it('a time with too few seats is no time for a group', () => {
  expect(withRoomFor([at('09:00', 1), at('10:00', 3), at('11:00')], 2)).toEqual([
    at('10:00', 3),
    at('11:00'),
  ]);
});
