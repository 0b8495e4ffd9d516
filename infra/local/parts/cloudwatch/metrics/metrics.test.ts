import { sliceMetricsLine } from '@marketplace/services/domain/metrics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeEmbeddedMetrics } from './embedded';
import { evaluateExpression } from './expression';
import { statistic } from './statistics';
import { MetricStore } from './store';

const read = (values: Record<string, number>) => (id: string) => values[id];

describe('metric math', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['a / b', 2],
    ['a > b AND b >= 2', 1],
    ['a < b OR b == 2', 1],
    ['IF(a > 3, 1, 0)', 1],
    ['IF(a > 5 AND b > 1, 1, 0)', 0],
    ['FILL(missing, 9) + 1', 10],
    ['FILL(a, 9)', 4],
  ])('%s is %d', (text, value) => {
    expect(evaluateExpression(text, read({ a: 4, b: 2 }))).toBe(value);
  });

  it.each(['missing + 1', 'IF(missing > 1, 1, 0)', 'a / (b - 2)'])(
    'has no data point for %s',
    (text) => expect(evaluateExpression(text, read({ a: 4, b: 2 }))).toBeUndefined(),
  );

  it.each(['RATE(a)', '1 +', '(1', 'a b', 'a ? b', 'IF(a, 1)'])('refuses %s', (text) => {
    expect(() => evaluateExpression(text, read({ a: 4, b: 2 }))).toThrow('Metric math');
  });
});

describe('statistics', () => {
  it('give the value that so many percent do not exceed', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([statistic('p75', values), statistic('p99.9', values)]).toEqual([75, 100]);
    expect(statistic('p75', [5])).toBe(5);
  });

  it('give nothing for nothing, and refuse what they do not know', () => {
    expect(statistic('Sum', [])).toBeUndefined();
    expect(() => statistic('TM(10%:90%)', [1])).toThrow('not offered');
  });

  it('keep percentiles within the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.integer({ min: 0, max: 100 }),
        (values, percent) => {
          expect(values).toContain(statistic(`p${percent}`, values));
        },
      ),
    );
  });
});

describe('metrics in log lines', () => {
  it('are kept by name and dimensions, in the span they belong to', () => {
    const store = new MetricStore();
    const report = { slice: 'mf-catalog', release: 'r1', views: 1, errors: 0, lcpMs: 700 } as const;
    takeEmbeddedMetrics(sliceMetricsLine(report, 1_000), store);
    takeEmbeddedMetrics(sliceMetricsLine({ ...report, release: 'r2' }, 1_000), store);
    const lcp = {
      namespace: 'Marketplace',
      name: 'SliceLcp',
      dimensions: { release: 'r1', slice: 'mf-catalog' },
    };
    expect(store.values(lcp, 1_000, 1_001)).toEqual([700]);
    expect(store.values(lcp, 0, 1_000)).toEqual([]);
    expect(store.list()).toHaveLength(6);
  });

  it('are not looked for elsewhere', () => {
    const store = new MetricStore();
    for (const line of ['', 'plain', '{"level":"INFO"}', '{"_aws" broken', '{"_aws":{}}']) {
      takeEmbeddedMetrics(line, store);
    }
    expect(store.list()).toEqual([]);
  });
});
