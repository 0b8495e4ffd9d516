import type { Slot } from '@marketplace/services/booking/contract';
import { addDays, localDate } from './local-days';

export interface SlotDay {
  date: string;
  slots: readonly Slot[];
}

/** A number of days from a date on, each with its free times on the wall of a zone; shut days have none. */
export function slotDays(
  slots: readonly Slot[],
  timeZone: string,
  from: string,
  days: number,
): SlotDay[] {
  const byDate = new Map<string, Slot[]>();
  for (const slot of slots) {
    const date = localDate(new Date(slot.start), timeZone);
    byDate.set(date, [...(byDate.get(date) ?? []), slot]);
  }
  return Array.from({ length: days }, (_, offset) => {
    const date = addDays(from, offset);
    return { date, slots: byDate.get(date) ?? [] };
  });
}
