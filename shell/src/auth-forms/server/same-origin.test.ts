import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin';

const ORIGIN = 'https://market.example';
const says = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), ORIGIN);

describe('a write', () => {
  it('is taken from pages of this site', () => {
    expect(says({ 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(says({ origin: ORIGIN })).toBe(true);
  });

  it.each([
    [{}],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': 'cross-site', origin: ORIGIN }],
    [{ origin: 'https://market.example.evil.test' }],
    [{ origin: 'null' }],
  ])('is refused with %j', (headers) => {
    expect(says(headers)).toBe(false);
  });
});
