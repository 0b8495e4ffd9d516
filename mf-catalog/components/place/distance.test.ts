import { describe, expect, it } from 'vitest';
import { formatDistance } from './distance';

describe('distances', () => {
  it.each([
    [0.01, '50 m'],
    [0.26, '250 m'],
    [0.96, '950 m'],
    [0.98, '1 km'],
    [1.24, '1.2 km'],
    [12.4, '12 km'],
  ])('of %d km are written %s', (km, written) => {
    expect(formatDistance(km, 'km', 'en-GB')).toBe(written);
  });

  it.each([
    [0.01, '0.1 mi'],
    [1.609344, '1 mi'],
    [40, '25 mi'],
  ])('of %d km are written %s where miles are at home', (km, written) => {
    expect(formatDistance(km, 'mi', 'en-US')).toBe(written);
  });
});
