import { describe, expect, it } from 'vitest';
import { agendaOf, distanceTo, localDate } from './day';

const at = (start: string, end: string) => ({
  start: `2026-06-01T${start}:00Z`,
  end: `2026-06-01T${end}:00Z`,
});
const noon = Date.parse('2026-06-01T12:00:00Z');

describe('agenda', () => {
  const morning = at('08:00', '09:00');
  const running = at('11:30', '12:30');
  const evening = at('18:00', '19:00');

  it('puts what runs or comes next first, whatever the order it came in', () => {
    const agenda = agendaOf([evening, running, morning], noon, 'UTC');
    expect(agenda).toEqual({ next: running, later: [evening], earlier: [morning] });
  });

  it('shows of the past only today, on the provider’s own calendar', () => {
    const lateNight = at('02:00', '03:00');
    expect(agendaOf([lateNight], noon, 'America/New_York').earlier).toEqual([]);
    expect(agendaOf([lateNight], noon, 'Europe/Berlin').earlier).toEqual([lateNight]);
  });

  it('is empty without bookings', () => {
    expect(agendaOf([], noon, 'UTC')).toEqual({ next: null, later: [], earlier: [] });
  });
});

describe('distance', () => {
  it.each([
    ['2026-06-01T11:59:00Z', { unit: 'running' }],
    ['2026-06-01T12:10:00Z', { unit: 'minutes', count: 10 }],
    ['2026-06-01T14:00:00Z', { unit: 'hours', count: 2 }],
    ['2026-06-03T12:00:00Z', null],
  ])('%s', (start, expected) => {
    expect(distanceTo(start, noon)).toEqual(expected);
  });
});

it('a local date is the one on the wall of the zone', () => {
  expect(localDate('2026-06-01T23:30:00Z', 'Asia/Tokyo')).toBe('2026-06-02');
});
