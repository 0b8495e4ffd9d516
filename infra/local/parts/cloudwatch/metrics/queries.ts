import { evaluateExpression } from './expression';
import { statistic } from './statistics';
import type { MetricIdentity, MetricStore } from './store';

/** A query of `GetMetricData` and of alarms, as the API spells it. */
export interface MetricDataQuery {
  Id: string;
  Expression?: string;
  MetricStat?: {
    Metric: {
      Namespace: string;
      MetricName: string;
      Dimensions?: { Name: string; Value: string }[];
    };
    Period: number;
    Stat: string;
  };
  Label?: string;
  ReturnData?: boolean;
}

type Metric = NonNullable<MetricDataQuery['MetricStat']>['Metric'];

export function identityOf({ Namespace, MetricName, Dimensions = [] }: Metric): MetricIdentity {
  const dimensions = Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value]));
  return { namespace: Namespace, name: MetricName, dimensions };
}

/** The value of one query over one span; others are read by their id. */
export function valueIn(
  id: string,
  queries: readonly MetricDataQuery[],
  span: { fromMs: number; toMs: number },
  store: MetricStore,
): number | undefined {
  const query = queries.find(({ Id }) => Id === id);
  if (!query) throw new Error(`Metric math: no query has the id ${id}`);
  if (query.MetricStat) {
    const { Metric, Stat } = query.MetricStat;
    return statistic(Stat, store.values(identityOf(Metric), span.fromMs, span.toMs));
  }
  return evaluateExpression(query.Expression ?? '', (other) =>
    valueIn(other, queries, span, store),
  );
}

/** Seconds that a data point of these queries covers. */
export function periodOf(queries: readonly MetricDataQuery[]): number {
  return Math.max(60, ...queries.map(({ MetricStat }) => MetricStat?.Period ?? 0));
}
