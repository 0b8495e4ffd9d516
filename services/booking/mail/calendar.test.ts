import { describe, expect, it } from 'vitest';
import { bookingCalendar } from './calendar';

const booking = {
  bookingId: 'b1',
  state: 'confirmed',
  startsAt: '2026-06-01T09:00:00.000Z',
  endsAt: '2026-06-01T10:00:00.000Z',
  updatedAt: '2026-05-20T10:00:00.000Z',
  serviceTitle: 'Cut, colour; care',
  providerName: 'Salon Søndergård '.repeat(8).trim(),
  address: 'Lindenstr. 5\nBerlin',
} as const;
const now = new Date('2026-05-20T10:00:00Z');
const unfolded = (file: string) => file.replaceAll('\r\n ', '');

describe('the calendar file', () => {
  it('ends every line with CRLF and keeps it within 75 octets, characters whole', () => {
    const file = bookingCalendar(booking, now);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(file)).toContain(booking.providerName);
  });

  it('escapes what RFC 5545 gives a meaning', () => {
    const file = unfolded(bookingCalendar(booking, now));
    expect(file).toContain('SUMMARY:Cut\\, colour\\; care');
    expect(file).toContain('LOCATION:Lindenstr. 5\\nBerlin');
  });

  it('names instants in UTC, and the same entry at every change, each later than the last', () => {
    const file = bookingCalendar(booking, now);
    const moved = bookingCalendar({ ...booking, updatedAt: '2026-05-21T10:00:00.000Z' }, now);
    expect(file).toContain('DTSTART:20260601T090000Z\r\nDTEND:20260601T100000Z');
    const of = (text: string, name: string) => new RegExp(`${name}:(.*)`).exec(text)?.[1]?.trim();
    expect(of(moved, 'UID')).toBe(of(file, 'UID'));
    expect(Number(of(moved, 'SEQUENCE'))).toBeGreaterThan(Number(of(file, 'SEQUENCE')));
  });

  it('says when the appointment no longer takes place', () => {
    expect(bookingCalendar({ ...booking, state: 'cancelled' }, now)).toContain('STATUS:CANCELLED');
  });
});
