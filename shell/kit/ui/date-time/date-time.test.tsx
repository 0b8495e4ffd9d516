import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { SliceScope } from '../scope';
import {
  DateTime,
  formatDateTime,
  formatWallTime,
  isRepeatedHour,
  nearStyle,
  offsetMs,
} from './index';

const wall = (instant: string, timeZone: string, locale = 'en-GB') =>
  formatWallTime({ instant: new Date(instant), timeZone, locale, style: 'time' });

describe('a time and its zone', () => {
  it('names the zone by its city', () => {
    const written = formatDateTime({
      instant: new Date('2026-11-24T13:30:00Z'),
      timeZone: 'America/New_York',
      locale: 'en-US',
    });
    expect(written.replaceAll('\u202f', ' ')).toBe('Tue, Nov 24, 8:30 AM (New York)');
  });

  it('shows the instant on the wall clock of the zone, not of the machine', () => {
    expect(wall('2026-07-01T12:00:00Z', 'Asia/Tokyo')).toBe('21:00');
    expect(wall('2026-07-01T12:00:00Z', 'Asia/Kolkata')).toBe('17:30');
  });

  it.each([
    ['Europe/London', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['America/New_York', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
  ])('tells both times of the repeated hour in %s apart', (timeZone, first, second) => {
    expect(wall(first, timeZone)).not.toBe(wall(second, timeZone));
    expect(isRepeatedHour(new Date(first), timeZone)).toBe(true);
    expect(isRepeatedHour(new Date(second), timeZone)).toBe(true);
  });

  it.each([
    ['Europe/London', '2026-10-24T23:59:59Z'],
    ['Europe/London', '2026-10-25T02:00:00Z'],
    ['Europe/London', '2026-03-29T00:30:00Z'],
    ['Europe/London', '2026-03-29T01:30:00Z'],
    ['Asia/Tokyo', '2026-10-25T01:30:00Z'],
  ])('adds nothing in %s at %s, which the clock shows once', (timeZone, instant) => {
    expect(isRepeatedHour(new Date(instant), timeZone)).toBe(false);
    expect(wall(instant, timeZone)).toMatch(/^\d\d:\d\d$/);
  });

  it('knows offsets west of Greenwich and of half an hour', () => {
    const summer = new Date('2026-07-01T12:00:00Z');
    expect(offsetMs(summer, 'America/St_Johns')).toBe(-2.5 * 3_600_000);
    expect(offsetMs(summer, 'UTC')).toBe(0);
  });
});

describe('DateTime', () => {
  it("carries the instant and writes it in English on the region's clock", () => {
    const html = renderToStaticMarkup(
      <SliceScope locale="de-DE" language="en">
        <DateTime instant="2026-11-24T13:30:00.000Z" timeZone="Europe/Berlin" />
      </SliceScope>,
    );
    expect(html).toContain('dateTime="2026-11-24T13:30:00.000Z"');
    expect(html).toContain('Tue, 24 Nov, 14:30 (Berlin)');
  });

  it('writes the date as soon as the weekday alone could be misread', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    expect(nearStyle(new Date('2026-11-30T11:59:00Z'), now)).toBe('weekday');
    expect(nearStyle(new Date('2026-11-30T12:00:00Z'), now)).toBe('short');
  });
});
