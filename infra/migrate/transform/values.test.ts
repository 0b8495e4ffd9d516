import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, timedIdOf, uuidOf } from './ids';
import { cleanText, instantOf, minorOf, minorOfMajor } from './values';

describe('ids', () => {
  it('come back as the uuid they were made of', () => {
    fc.assert(
      fc.property(fc.uuid(), (uuid) => {
        expect(idOf(uuid)).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
        expect(uuidOf(idOf(uuid))).toBe(uuid);
      }),
    );
  });

  it('of bookings sort by the time they were made', () => {
    const instants = fc.date({
      min: new Date('2000-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), instants, instants, (one, other, a, b) => {
        fc.pre(a < b);
        expect(timedIdOf(one, a.toISOString()) < timedIdOf(other, b.toISOString())).toBe(true);
      }),
    );
  });
});

describe('money', () => {
  it('is read to the last minor unit, whatever the number of decimals', () => {
    expect(minorOfMajor('1234.500', 'EUR')).toBe(123_450);
    expect(minorOfMajor('0.1', 'EUR')).toBe(10);
    expect(minorOfMajor('1200.000', 'JPY')).toBe(1200);
    expect(minorOfMajor('1.005', 'KWD')).toBe(1005);
    expect(minorOfMajor('-3.00', 'EUR')).toBe(-300);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}0`;
        expect(minorOfMajor(text, 'EUR')).toBe(cents);
      }),
    );
  });

  it('is none with half a minor unit, beyond what is exact, or in words', () => {
    expect(minorOfMajor('1.005', 'EUR')).toBeUndefined();
    expect(minorOfMajor('NaN', 'EUR')).toBeUndefined();
    expect(minorOfMajor(null, 'EUR')).toBeUndefined();
    expect(minorOf('9007199254740993')).toBeUndefined();
    expect(minorOf('12.0')).toBeUndefined();
  });
});

describe('instants', () => {
  it.each([
    ['2026-06-01 10:00:00+00', '2026-06-01T10:00:00.000Z'],
    ['2026-06-01 10:00:00.123456+00', '2026-06-01T10:00:00.123Z'],
    ['infinity', undefined],
    ['-infinity', undefined],
    ['0044-03-15 12:00:00+00 BC', undefined],
    ['1970-01-01 00:00:00+00', undefined],
    ['294276-12-31 00:00:00+00', undefined],
    [null, undefined],
  ])('%s is %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant);
  });
});

describe('text', () => {
  it('loses what no screen shows, and nothing else', () => {
    expect(cleanText('Ada\u0000 Bell\u0007', 120)).toEqual({ text: 'Ada Bell', isChanged: true });
    expect(cleanText('Two\nlines\tand 💇', 120)).toEqual({
      text: 'Two\nlines\tand 💇',
      isChanged: false,
    });
    expect(cleanText(null, 120)).toEqual({ text: '', isChanged: false });
  });

  it('is cut to what fits, never in the middle of a character', () => {
    expect(cleanText('abcdef', 4)).toEqual({ text: 'abc…', isChanged: true });
    expect(cleanText('💇💇💇', 4)).toEqual({ text: '💇…', isChanged: true });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (given) => {
        const { text } = cleanText(given, 20);
        expect(text.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});
