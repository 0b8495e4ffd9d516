import { describe, expect, it } from 'vitest';
import { cases } from './cases.json';
import { type AvailabilityInput, availableSlots, firstFreeStart, slotsWithSeats } from './index';

interface Case extends AvailabilityInput {
  name: string;
  expectedSlots: string[];
  expectedSeats?: number[];
}

describe('the worked availability cases', () => {
  it.each(cases as Case[])('$name', ({ expectedSlots, expectedSeats, ...input }) => {
    expect(availableSlots(input)).toEqual(expectedSlots);
    expect(firstFreeStart(input)).toBe(expectedSlots[0]);
    if (expectedSeats) {
      expect(slotsWithSeats(input).map(({ seatsLeft }) => seatsLeft)).toEqual(expectedSeats);
    }
  });
});
