import { expect, it } from 'vitest';
import { SLICE_METRICS, sliceMetricsLine } from './index';

it('says what a browser saw in the embedded metric format, by slice and release', () => {
  const report = { slice: 'mf-catalog', release: 'r1', views: 1, errors: 0, lcpMs: 1200 } as const;
  const line = JSON.parse(sliceMetricsLine(report, 5));
  expect(line).toEqual({
    _aws: {
      Timestamp: 5,
      CloudWatchMetrics: [
        {
          Namespace: 'Marketplace',
          Dimensions: [['slice', 'release']],
          Metrics: [
            { Name: 'SliceViews', Unit: 'Count' },
            { Name: 'SliceErrors', Unit: 'Count' },
            { Name: 'SliceLcp', Unit: 'Milliseconds' },
          ],
        },
      ],
    },
    slice: 'mf-catalog',
    release: 'r1',
    SliceViews: 1,
    SliceErrors: 0,
    SliceLcp: 1200,
  });
});

it('emits every metric of the catalogue when a browser saw them all', () => {
  const all = {
    slice: 'mf-booking',
    release: 'r1',
    views: 1,
    errors: 1,
    lcpMs: 1,
    inpMs: 1,
  } as const;
  const [definition] = JSON.parse(sliceMetricsLine({ ...all, cls: 0 }, 5))._aws.CloudWatchMetrics;
  const names = definition.Metrics.map(({ Name }: { Name: string }) => Name);
  expect(names).toEqual(Object.keys(SLICE_METRICS));
});
