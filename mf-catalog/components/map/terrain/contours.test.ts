import { describe, expect, it } from 'vitest';
import { contour, heightGrid } from './contours';
import { height } from './noise';

describe('contour lines', () => {
  it('follow the height they are of', () => {
    const grid = heightGrid({ width: 100, height: 100 }, 10, (x) => x / 100);
    const line = contour(grid, 0.55);
    const xs = [...line.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
    expect(xs.length).toBeGreaterThan(0);
    for (const x of xs) expect(x).toBeCloseTo(55, 0);
  });

  it('are nowhere on a plain', () => {
    expect(
      contour(
        heightGrid({ width: 50, height: 50 }, 10, () => 0.5),
        0.6,
      ),
    ).toBe('');
  });

  it('lie on heights that are the same at every visit, between 0 and 1', () => {
    for (let index = -50; index < 50; index++) {
      const here = height(index * 0.37, index * -0.81);
      expect(here).toBe(height(index * 0.37, index * -0.81));
      expect(here).toBeGreaterThanOrEqual(0);
      expect(here).toBeLessThanOrEqual(1);
    }
  });
});
