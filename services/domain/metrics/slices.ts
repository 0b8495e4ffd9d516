import type { SliceReport } from '../vitals';
import { METRIC_NAMESPACE } from './namespace';

/** A slice's metrics are kept by slice and release, so that a canary can be held against live. */
export const SLICE_DIMENSIONS = ['slice', 'release'] as const;

/** What browsers report of every release of a slice; emitted by the slice's service. */
export const SLICE_METRICS = {
  SliceViews: { unit: 'Count', meaning: 'A page showed the slice' },
  SliceErrors: { unit: 'Count', meaning: 'The slice failed where a person could notice it' },
  SliceLcp: { unit: 'Milliseconds', meaning: 'Largest Contentful Paint of a page it was on' },
  SliceInp: { unit: 'Milliseconds', meaning: 'Interaction to Next Paint of a page it was on' },
  SliceCls: { unit: 'None', meaning: 'Cumulative Layout Shift of a page it was on' },
} as const;

export type SliceMetricName = keyof typeof SLICE_METRICS;

/** A report as one line of CloudWatch's embedded metric format. */
export function sliceMetricsLine(report: SliceReport, atMs: number): string {
  const { slice, release } = report;
  const values: Record<SliceMetricName, number | undefined> = {
    SliceViews: report.views,
    SliceErrors: report.errors,
    SliceLcp: report.lcpMs,
    SliceInp: report.inpMs,
    SliceCls: report.cls,
  };
  const names = (Object.keys(SLICE_METRICS) as SliceMetricName[]).filter(
    (name) => values[name] !== undefined,
  );
  const definition = {
    Namespace: METRIC_NAMESPACE,
    Dimensions: [SLICE_DIMENSIONS],
    Metrics: names.map((Name) => ({ Name, Unit: SLICE_METRICS[Name].unit })),
  };
  return JSON.stringify({
    _aws: { Timestamp: atMs, CloudWatchMetrics: [definition] },
    slice,
    release,
    ...values,
  });
}
