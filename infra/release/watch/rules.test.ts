import { SLICE_METRICS } from '@marketplace/services/domain/metrics';
import { expect, it } from 'vitest';
import { evaluateExpression } from '../../local/parts/cloudwatch/metrics/expression';
import { alarmName, canaryAlarms, WATCHED } from './rules';

const alarms = canaryAlarms({ slice: 'mf-catalog', live: 'r1', canary: 'r2' });
const readings = alarms.flatMap(({ Metrics = [] }) => Metrics.filter((query) => query.MetricStat));

it('watches every metric that browsers report, and names none that they do not', () => {
  const named = new Set(readings.map(({ MetricStat }) => MetricStat?.Metric?.MetricName));
  expect([...named].sort()).toEqual(Object.keys(SLICE_METRICS).sort());
});

it('has an alarm for each reason, with as many metrics as CloudWatch takes', () => {
  expect(alarms.map(({ AlarmName }) => AlarmName)).toEqual(
    WATCHED.map((watched) => alarmName('mf-catalog', watched)),
  );
  for (const { Metrics = [] } of alarms) {
    expect(Metrics.filter((query) => query.MetricStat).length).toBeLessThanOrEqual(10);
    expect(Metrics.filter(({ ReturnData }) => ReturnData)).toHaveLength(1);
  }
});

it('reads every metric it asks for, and no other', () => {
  for (const { Metrics = [] } of alarms) {
    const read = new Set<string>();
    const condition = Metrics.find(({ Expression }) => Expression)?.Expression ?? '';
    evaluateExpression(condition, (id) => {
      read.add(id);
      return 100;
    });
    const asked = Metrics.flatMap(({ Id, MetricStat }) => (MetricStat ? [Id] : []));
    expect([...read].sort()).toEqual(asked.sort());
  }
});
