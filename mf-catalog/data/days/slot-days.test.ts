import { describe, expect, it } from 'vitest';
import { slotDays } from './slot-days';

const slot = (start: string) => ({ start, end: start });

describe('days with free times', () => {
  it('stand under the date of the zone, and days without times are there too', () => {
    const slots = [slot('2026-06-01T22:30:00.000Z'), slot('2026-06-03T08:00:00.000Z')];
    expect(slotDays(slots, 'Europe/Berlin', '2026-06-01', 4)).toEqual([
      { date: '2026-06-01', slots: [] },
      { date: '2026-06-02', slots: [slots[0]] },
      { date: '2026-06-03', slots: [slots[1]] },
      { date: '2026-06-04', slots: [] },
    ]);
  });

  it('keep both times of a repeated hour', () => {
    const slots = [slot('2026-10-25T00:30:00.000Z'), slot('2026-10-25T01:30:00.000Z')];
    expect(slotDays(slots, 'Europe/Berlin', '2026-10-25', 1)[0]?.slots).toHaveLength(2);
  });
});
