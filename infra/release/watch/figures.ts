import {
  CloudWatchClient,
  GetMetricDataCommand,
  type MetricDataQuery,
} from '@aws-sdk/client-cloudwatch';
import type { SliceName } from '@marketplace/services/domain/releases';
import type { Observe } from '../report/observations';
import { sliceMetric } from './rules';

const HOUR_SECONDS = 3_600;

/** What browsers reported of a release in the last hour, for tables. */
export function observer(region: string, now = () => new Date()): Observe {
  const cloudWatch = new CloudWatchClient({ region });
  return async (slice, release) => {
    const end = now();
    const { MetricDataResults = [] } = await cloudWatch.send(
      new GetMetricDataCommand({
        MetricDataQueries: queries(slice, release),
        StartTime: new Date(end.getTime() - HOUR_SECONDS * 1_000),
        // The last instant included.
        EndTime: new Date(end.getTime() + 1_000),
      }),
    );
    const values = (id: string) => MetricDataResults.find(({ Id }) => Id === id)?.Values ?? [];
    const sum = (id: string) => values(id).reduce((total, value) => total + value, 0);
    const views = sum('views');
    if (views === 0) return undefined;
    // Newest first; a full hour comes in two pieces when its minutes are not aligned.
    const p75LcpMs = values('lcp')[0];
    return { errorShare: sum('errors') / views, ...(p75LcpMs !== undefined && { p75LcpMs }) };
  };
}

function queries(slice: SliceName, release: string): MetricDataQuery[] {
  const query = (
    Id: string,
    metric: Parameters<typeof sliceMetric>[0]['metric'],
    Stat: string,
  ) => ({
    Id,
    MetricStat: sliceMetric({ slice, release, metric, Stat, Period: HOUR_SECONDS }),
  });
  return [
    query('views', 'SliceViews', 'Sum'),
    query('errors', 'SliceErrors', 'Sum'),
    query('lcp', 'SliceLcp', 'p75'),
  ];
}
