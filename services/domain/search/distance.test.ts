import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundingBox, distanceKm, isInBox } from './index';

const place = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe('distance', () => {
  it('knows how far Berlin is from Hamburg', () => {
    const km = distanceKm({ lat: 52.52, lon: 13.405 }, { lat: 53.5511, lon: 9.9937 });
    expect(km).toBeCloseTo(255, 0);
  });

  it('is the same in both directions and nothing to itself', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 6);
        expect(distanceKm(a, a)).toBe(0);
      }),
    );
  });

  it('never loses a place within the radius to the box, across the date line too', () => {
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 500 }), (centre, other, radiusKm) => {
        if (distanceKm(centre, other) <= radiusKm) {
          expect(isInBox(other, boundingBox(centre, radiusKm))).toBe(true);
        }
      }),
    );
    expect(isInBox({ lat: 0, lon: -179.9 }, boundingBox({ lat: 0, lon: 179.9 }, 50))).toBe(true);
  });
});
