import type { Slot } from '@marketplace/services/booking/contract';

/** The free time closest to an instant, the earlier one of two that are equally close. */
export function nearestFree(slots: readonly Slot[], instant: string): Slot | null {
  const wantedMs = Date.parse(instant);
  const distanceMs = (slot: Slot) => Math.abs(Date.parse(slot.start) - wantedMs);
  return slots.reduce<Slot | null>(
    (nearest, slot) => (nearest && distanceMs(nearest) <= distanceMs(slot) ? nearest : slot),
    null,
  );
}

/** Times with room for so many; `seatsLeft` is absent where a time is for one booking. */
export const withRoomFor = (slots: readonly Slot[], seats: number): Slot[] =>
  slots.filter((slot) => (slot.seatsLeft ?? seats) >= seats);
