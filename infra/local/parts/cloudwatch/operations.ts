import { type JsonInput, type JsonOperation, ServiceError } from '../../protocols/json-service';
import type { AlarmDefinition } from './alarms/alarm';
import type { Alarm, AlarmBook } from './alarms/book';
import { type MetricDataQuery, periodOf, valueIn } from './metrics/queries';
import type { MetricStore } from './metrics/store';

const TARGET = 'GraniteServiceVersion20100801';
const MAX_METRICS_AN_ALARM = 10;

/** CloudWatch's API, as far as releases and their guard use it. */
export function cloudWatchOperations(
  store: MetricStore,
  alarms: AlarmBook,
): Record<string, JsonOperation> {
  return {
    [`${TARGET}.PutMetricAlarm`]: (input) => {
      const definition = input as unknown as AlarmDefinition;
      const metrics = definition.Metrics?.filter(({ MetricStat }) => MetricStat).length ?? 0;
      if (metrics === 0 || metrics > MAX_METRICS_AN_ALARM) {
        throw invalid(`An alarm here has 1 to ${MAX_METRICS_AN_ALARM} metrics, not ${metrics}`);
      }
      alarms.put(definition, Date.now());
      return {};
    },
    [`${TARGET}.DeleteAlarms`]: ({ AlarmNames }) => {
      alarms.delete(AlarmNames as string[]);
      return {};
    },
    [`${TARGET}.DescribeAlarms`]: (input) => ({
      MetricAlarms: chosen(alarms.list(), input).map(describe),
      CompositeAlarms: [],
    }),
    [`${TARGET}.GetMetricData`]: (input) => ({
      MetricDataResults: metricData(input, store),
      Messages: [],
    }),
  };
}

const invalid = (message: string) => new ServiceError('InvalidParameterValue', message);

function chosen(alarms: Alarm[], { AlarmNames, AlarmNamePrefix }: JsonInput): Alarm[] {
  return alarms.filter(
    ({ AlarmName }) =>
      (AlarmNames === undefined || (AlarmNames as string[]).includes(AlarmName)) &&
      AlarmName.startsWith((AlarmNamePrefix as string | undefined) ?? ''),
  );
}

function describe({ state, changedAtMs, ...definition }: Alarm) {
  return { ...definition, StateValue: state, StateUpdatedTimestamp: changedAtMs / 1_000 };
}

function metricData(input: JsonInput, store: MetricStore) {
  const queries = input.MetricDataQueries as MetricDataQuery[];
  const [startMs, endMs] = [instantMs(input.StartTime), instantMs(input.EndTime)];
  const periodMs = periodOf(queries) * 1_000;
  const returned = queries.filter(({ ReturnData }) => ReturnData !== false);
  return returned.map(({ Id, Label = Id }) => {
    const points: { atMs: number; value: number }[] = [];
    for (let atMs = startMs; atMs < endMs; atMs += periodMs) {
      const value = valueIn(Id, queries, { fromMs: atMs, toMs: atMs + periodMs }, store);
      if (value !== undefined) points.unshift({ atMs, value });
    }
    return {
      Id,
      Label,
      StatusCode: 'Complete',
      Timestamps: points.map(({ atMs }) => atMs / 1_000),
      Values: points.map(({ value }) => value),
    };
  });
}

/** The protocol sends seconds. */
function instantMs(value: unknown): number {
  return typeof value === 'number' ? value * 1_000 : Date.parse(String(value));
}
