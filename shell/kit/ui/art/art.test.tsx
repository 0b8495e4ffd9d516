import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Art } from './art';

const CATEGORIES = [
  'hair',
  'nails',
  'massage',
  'fitness',
  'yoga',
  'tutoring',
  'music',
  'photo',
  'cleaning',
  'repair',
  'garden',
  'pets',
  'something new',
];
const MAX_BYTES = 2048;

const draw = (seed: string, category: string): string =>
  renderToStaticMarkup(<Art seed={seed} category={category} />);

describe('generated art', () => {
  it('is at most 2 KB whatever the seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...CATEGORIES), (seed, category) => {
        expect(Buffer.byteLength(draw(seed, category))).toBeLessThanOrEqual(MAX_BYTES);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for the same seed and has no broken coordinates', () => {
    for (const category of CATEGORIES) {
      expect(draw('svc-1', category)).toBe(draw('svc-1', category));
      expect(draw('svc-1', category)).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it.each(CATEGORIES)('never shows two alike among 500 services of %s', (category) => {
    const pictures = new Set(
      Array.from({ length: 500 }, (_, index) => draw(`svc-${index}`, category)),
    );
    expect(pictures.size).toBe(500);
  });
});
