import type { AvailabilityInput } from '@marketplace/services/domain/availability';
import { DateTime, Interval } from 'luxon';

type Wall = { start: string; end: string };

const at = (day: DateTime, wall: string) => {
  const [hour = 0, minute = 0] = wall.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
};

function windowsOf(day: DateTime, { rules, overrides = [] }: AvailabilityInput): Interval[] {
  const override = overrides.find(({ date }) => date === day.toISODate());
  const walls: readonly Wall[] = override
    ? override.intervals
    : rules.filter(({ days }) => days.includes(day.weekday));
  return walls.map(({ start, end }) => {
    const from = at(day, start);
    const to = at(day, end);
    return Interval.fromDateTimes(from, to > from ? to : to.plus({ days: 1 }));
  });
}

/** The same question, answered the way a first version would: luxon objects all the way, slot by slot. */
export function slotsWithLuxon(input: AvailabilityInput): string[] {
  const { service, bookings = [], timezone } = input;
  const from = DateTime.fromISO(input.range.from, { zone: timezone });
  const to = DateTime.fromISO(input.range.to, { zone: timezone });
  const earliest = DateTime.fromISO(input.now).plus({ minutes: service.minNoticeMin });
  const taken = bookings.map((booking) =>
    Interval.fromDateTimes(
      DateTime.fromISO(booking.start).minus({ minutes: booking.bufferBefore ?? 0 }),
      DateTime.fromISO(booking.end).plus({ minutes: booking.bufferAfter ?? 0 }),
    ),
  );
  const windows: Interval[] = [];
  for (let day = from.startOf('day').minus({ days: 1 }); day < to; day = day.plus({ days: 1 })) {
    windows.push(...windowsOf(day, input));
  }
  const slots: string[] = [];
  for (const { start, end } of Interval.merge(windows)) {
    if (!start || !end) continue;
    for (let slot = start; slot < end; slot = slot.plus({ minutes: service.stepMin })) {
      const slotEnd = slot.plus({ minutes: service.durationMin });
      if (slotEnd > end || slot < from || slot >= to || slot < earliest) continue;
      const footprint = Interval.fromDateTimes(
        slot.minus({ minutes: service.bufferBefore }),
        slotEnd.plus({ minutes: service.bufferAfter }),
      );
      if (taken.some((one) => one.overlaps(footprint))) continue;
      slots.push(slot.toUTC().toISO() ?? '');
    }
  }
  return slots;
}
