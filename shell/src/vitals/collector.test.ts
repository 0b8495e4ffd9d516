import type { SliceReport } from '@marketplace/services/domain/vitals';
import { describe, expect, it } from 'vitest';
import { createCollector, releaseIn } from './collector';

const CATALOG = { slice: 'mf-catalog', release: 'r1' } as const;
const BOOKING = { slice: 'mf-booking', release: 'b7' } as const;

function aPage() {
  const sent: SliceReport[] = [];
  const collector = createCollector([CATALOG], (report) => sent.push(report));
  return { sent, collector };
}

describe('what a page reports', () => {
  it('is one report a release, and only what is new since the last', () => {
    const { sent, collector } = aPage();
    collector.viewed(CATALOG);
    collector.failed(CATALOG);
    collector.flush();
    collector.flush();
    collector.measured('cls', 0.05);
    collector.flush();
    expect(sent).toEqual([
      { ...CATALOG, views: 1, errors: 1 },
      { ...CATALOG, views: 0, errors: 0, cls: 0.05 },
    ]);
  });

  it('gives vitals of the page to what it was opened with, and views to what came later', () => {
    const { sent, collector } = aPage();
    collector.viewed(BOOKING);
    collector.measured('lcpMs', 900);
    collector.flush();
    expect(sent).toEqual([
      { ...BOOKING, views: 1, errors: 0 },
      { ...CATALOG, views: 0, errors: 0, lcpMs: 900 },
    ]);
  });

  it('stays within what the service believes', () => {
    const { sent, collector } = aPage();
    for (let n = 0; n < 500; n += 1) collector.failed(CATALOG);
    collector.measured('inpMs', 1e9);
    collector.flush();
    expect(sent).toMatchObject([{ errors: 20, inpMs: 120_000 }]);
  });
});

it('blames the release whose file is in the stack, and nobody for our own', () => {
  const stack = 'TypeError: x\n at a (https://m.test/_mf/mf-catalog/26-ab/static/chunks/1.js:1:2)';
  expect(releaseIn(stack)).toEqual({ slice: 'mf-catalog', release: '26-ab' });
  expect(releaseIn('at https://m.test/_next/static/chunks/main.js:1:2')).toBeUndefined();
});
