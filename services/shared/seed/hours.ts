import type { WeeklyRule } from '../contract';
import type { Hours } from './content-types';

const WEEK: Record<Hours, readonly WeeklyRule[][]> = {
  salon: [
    [
      { days: [2, 3, 4, 5], start: '10:00', end: '19:00' },
      { days: [6], start: '09:00', end: '17:00' },
    ],
    [
      { days: [1, 2, 3, 4, 5], start: '09:00', end: '18:30' },
      { days: [6], start: '10:00', end: '16:00' },
    ],
  ],
  studio: [
    [
      { days: [1, 2, 3, 4, 5], start: '07:30', end: '13:00' },
      { days: [1, 2, 3, 4], start: '16:00', end: '21:00' },
      { days: [6], start: '09:00', end: '14:00' },
    ],
    [{ days: [1, 3, 4, 5, 6], start: '09:00', end: '19:30' }],
  ],
  office: [
    [
      { days: [1, 2, 3, 4, 5], start: '08:30', end: '12:30' },
      { days: [1, 2, 3, 4, 5], start: '13:30', end: '18:00' },
    ],
  ],
  evenings: [
    [
      { days: [1, 2, 3, 4, 5], start: '15:00', end: '21:00' },
      { days: [6], start: '10:00', end: '15:00' },
    ],
    [
      { days: [1, 2, 4], start: '14:00', end: '20:30' },
      { days: [6, 7], start: '10:00', end: '17:00' },
    ],
  ],
  trades: [
    [{ days: [1, 2, 3, 4, 5], start: '07:30', end: '17:00' }],
    [
      { days: [1, 2, 3, 4], start: '08:00', end: '18:00' },
      { days: [5, 6], start: '08:00', end: '14:00' },
    ],
  ],
  weekends: [
    [
      { days: [3, 4, 5], start: '11:00', end: '19:00' },
      { days: [6, 7], start: '09:00', end: '18:00' },
    ],
  ],
};

/** Believable weekly hours of a kind of business, in its own zone. */
export function weeksOf(hours: Hours): readonly WeeklyRule[][] {
  return WEEK[hours];
}
