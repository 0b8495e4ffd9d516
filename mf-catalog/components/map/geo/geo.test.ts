import { distanceKm } from '@marketplace/services/domain/search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cluster, LABEL } from './clusters';
import { pan, viewAfterKey, zoomBy } from './map-view';
import {
  fit,
  fromScreen,
  MAX_ZOOM,
  MIN_ZOOM,
  pxPerKm,
  toPosition,
  toScreen,
  toWorld,
} from './projection';
import { ringsFor } from './rings';

const size = { width: 600, height: 800 };
const position = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lon: fc.double({ min: -179.9, max: 179.9, noNaN: true }),
});
const berlin = { lat: 52.52, lon: 13.405 };
const view = { center: toWorld(berlin), zoom: 11 };

describe('the projection', () => {
  it('leads back to where it came from', () => {
    fc.assert(
      fc.property(position, (place) => {
        const back = toPosition(toWorld(place));
        expect(back.lat).toBeCloseTo(place.lat, 6);
        expect(back.lon).toBeCloseTo(place.lon, 6);
      }),
    );
  });

  it('draws true distances', () => {
    const potsdam = { lat: 52.3906, lon: 13.0645 };
    const [one, other] = [
      toScreen(toWorld(berlin), view, size),
      toScreen(toWorld(potsdam), view, size),
    ];
    const drawnKm = Math.hypot(one.x - other.x, one.y - other.y) / pxPerKm(view);
    expect(Math.abs(drawnKm - distanceKm(berlin, potsdam))).toBeLessThan(0.3);
  });

  it('shows every place it is fitted to, inside the margin', () => {
    fc.assert(
      fc.property(fc.array(position, { minLength: 1, maxLength: 20 }), (places) => {
        const near = places.map(({ lat, lon }) => ({ lat: lat / 4, lon: lon / 4 }));
        const fitted = fit(near, size, 40);
        if (!fitted) throw new Error('There is a view of every place');
        if (fitted.zoom === MIN_ZOOM) return;
        for (const place of near) {
          const at = toScreen(toWorld(place), fitted, size);
          expect(at.x).toBeGreaterThanOrEqual(39.9);
          expect(at.x).toBeLessThanOrEqual(size.width - 39.9);
          expect(at.y).toBeGreaterThanOrEqual(39.9);
          expect(at.y).toBeLessThanOrEqual(size.height - 39.9);
        }
      }),
    );
  });

  it('keeps neighbours across the date line together', () => {
    const fitted = fit(
      [
        { lat: -17, lon: 179.5 },
        { lat: -17, lon: -179.5 },
      ],
      size,
      40,
    );
    expect(fitted?.zoom).toBeGreaterThan(7);
  });

  it('has no view of nothing', () => {
    expect(fit([], size, 40)).toBeUndefined();
  });
});

describe('the view', () => {
  it('zooms about a point that stays under the pointer', () => {
    const anchor = { x: 120, y: 610 };
    const before = fromScreen(anchor, view, size);
    const after = fromScreen(anchor, zoomBy(view, 1.5, size, anchor), size);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('never zooms out of its bounds', () => {
    expect(zoomBy(view, 100, size).zoom).toBe(MAX_ZOOM);
    expect(zoomBy(view, -100, size).zoom).toBe(MIN_ZOOM);
  });

  it('comes back when moved there and back', () => {
    const back = pan(pan(view, 130, -70), -130, 70);
    expect(back.center.x).toBeCloseTo(view.center.x, 12);
    expect(back.center.y).toBeCloseTo(view.center.y, 12);
  });

  it('answers arrows, plus and minus, and leaves other keys to the page', () => {
    expect(viewAfterKey('ArrowRight', view, size)?.center.x).toBeGreaterThan(view.center.x);
    expect(viewAfterKey('+', view, size)?.zoom).toBe(12);
    expect(viewAfterKey('Tab', view, size)).toBeUndefined();
  });
});

describe('clusters', () => {
  const points = fc.array(
    fc.record({ x: fc.integer({ min: 0, max: 600 }), y: fc.integer({ min: 0, max: 800 }) }),
    { maxLength: 60 },
  );
  const placed = (at: readonly { x: number; y: number }[]) =>
    at.map((point, index) => ({ item: `item-${String(index).padStart(3, '0')}`, at: point }));
  const self = (item: string): string => item;

  it('hold every item exactly once', () => {
    fc.assert(
      fc.property(points, (at) => {
        const members = cluster(placed(at), self).flatMap(({ items }) => items);
        expect([...members].sort()).toEqual(placed(at).map(({ item }) => item));
      }),
    );
  });

  it('never touch one another', () => {
    fc.assert(
      fc.property(points, (at) => {
        const clusters = cluster(placed(at), self);
        for (const one of clusters) {
          for (const other of clusters) {
            if (one === other) continue;
            const apart =
              Math.abs(one.at.x - other.at.x) >= LABEL.width ||
              Math.abs(one.at.y - other.at.y) >= LABEL.height;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('do not depend on the order of the results', () => {
    fc.assert(
      fc.property(points, (at) => {
        expect(cluster(placed(at).reverse(), self)).toEqual(cluster(placed(at), self));
      }),
    );
  });
});

describe('distance rings', () => {
  it('are round numbers in the unit of the market', () => {
    expect(ringsFor(20, 'km', 400).map(({ length }) => length)).toEqual([5, 10, 20]);
    expect(ringsFor(20, 'mi', 400).map(({ length }) => length)).toEqual([5, 10]);
  });
});
