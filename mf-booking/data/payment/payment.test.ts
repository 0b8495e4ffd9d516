import { describe, expect, it } from 'vitest';
import { isCardNumber, parseExpiry } from './payment';

describe('card number', () => {
  it.each(['4242 4242 4242 4242', '4000000000000002', '3782-822463-10005'])(
    'accepts %s',
    (text) => {
      expect(isCardNumber(text)).toBe(true);
    },
  );
  it.each(['', '4242', '4242 4242 4242 4241', '4242x4242'])('refuses "%s"', (text) => {
    expect(isCardNumber(text)).toBe(false);
  });
});

describe('expiry', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  it.each([
    ['12/26', 12, 2026],
    ['1 / 2030', 1, 2030],
    ['11/26', 11, 2026],
  ])('reads %s', (text, expMonth, expYear) => {
    expect(parseExpiry(text, now)).toEqual({ expMonth, expYear });
  });
  it.each(['10/26', '13/30', '1230', 'soon'])('refuses %s', (text) => {
    expect(parseExpiry(text, now)).toBeNull();
  });
});
