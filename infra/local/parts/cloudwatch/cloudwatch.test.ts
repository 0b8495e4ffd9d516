import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  type MetricDataQuery,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localClient } from '../../client';
import { aLog } from '../../testing';
import { type CloudWatchPart, MetricStore, startCloudWatch } from './index';

const METRIC = { namespace: 'Shop', name: 'Errors', dimensions: { release: 'r2' } };
const ERRORS: MetricDataQuery = {
  Id: 'errors',
  ReturnData: false,
  MetricStat: {
    Metric: {
      Namespace: 'Shop',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'release', Value: 'r2' }],
    },
    Period: 60,
    Stat: 'Sum',
  },
};
const ALARM: PutMetricAlarmCommandInput = {
  AlarmName: 'too-many',
  Metrics: [ERRORS, { Id: 'many', Expression: 'IF(errors > 2, 1, 0)', ReturnData: true }],
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  Threshold: 1,
  EvaluationPeriods: 1,
  TreatMissingData: 'notBreaching',
};

let dir: string;
let store: MetricStore;
let part: CloudWatchPart;
let client: CloudWatchClient;
let events: { functionArn: string; event: unknown }[];

async function start(): Promise<void> {
  part = await startCloudWatch({
    port: 0,
    store,
    rules: [
      {
        pattern: {
          source: ['aws.cloudwatch'],
          detail: { alarmName: [{ prefix: 'too-' }], state: { value: ['ALARM'] } },
        },
        functionArns: ['arn:guard'],
      },
    ],
    invokeLater: (functionArn, event) => events.push({ functionArn, event }),
    stateFile: path.join(dir, 'alarms.json'),
    log: aLog().log,
  });
  client = new CloudWatchClient(localClient(part.url));
}

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'cloudwatch-'));
  store = new MetricStore();
  events = [];
  await start();
});
afterEach(async () => {
  await part.stop();
  rmSync(dir, { recursive: true, force: true });
});

const stateNow = async () => {
  const { MetricAlarms = [] } = await client.send(new DescribeAlarmsCommand({}));
  return MetricAlarms.map(({ StateValue }) => StateValue);
};

describe('alarms', () => {
  it('go off once when their condition comes true, and tell the rules that listen', async () => {
    await client.send(new PutMetricAlarmCommand(ALARM));
    part.evaluate();
    expect(await stateNow()).toEqual(['OK']);
    store.add(METRIC, [1, 1, 1], Date.now());
    part.evaluate();
    part.evaluate();
    expect(await stateNow()).toEqual(['ALARM']);
    expect(events).toMatchObject([
      {
        functionArn: 'arn:guard',
        event: {
          source: 'aws.cloudwatch',
          detail: {
            alarmName: 'too-many',
            state: { value: 'ALARM' },
            previousState: { value: 'OK' },
            configuration: {
              metrics: [
                { id: 'errors', metricStat: { metric: { dimensions: { release: 'r2' } } } },
                { id: 'many', expression: 'IF(errors > 2, 1, 0)' },
              ],
            },
          },
        },
      },
    ]);
  });

  it('forget what is older than their span', async () => {
    await client.send(new PutMetricAlarmCommand(ALARM));
    store.add(METRIC, [9], Date.now() - 61_000);
    part.evaluate();
    expect(await stateNow()).toEqual(['OK']);
  });

  it('outlive a restart, and end when they are deleted', async () => {
    await client.send(new PutMetricAlarmCommand(ALARM));
    await part.stop();
    await start();
    expect(part.alarms()).toMatchObject([{ AlarmName: 'too-many' }]);
    await client.send(new DeleteAlarmsCommand({ AlarmNames: ['too-many', 'never-was'] }));
    expect(await stateNow()).toEqual([]);
  });

  it('take as many metrics as CloudWatch takes', async () => {
    const Metrics = Array.from({ length: 11 }, (_, index) => ({ ...ERRORS, Id: `m${index}` }));
    await expect(client.send(new PutMetricAlarmCommand({ ...ALARM, Metrics }))).rejects.toThrow(
      '1 to 10 metrics, not 11',
    );
  });
});

it('gives data by period, newest first, and nothing where there is none', async () => {
  const start = Date.UTC(2026, 0, 1);
  store.add(METRIC, [1, 2], start + 1_000);
  store.add(METRIC, [5], start + 125_000);
  const { MetricDataResults } = await client.send(
    new GetMetricDataCommand({
      MetricDataQueries: [{ ...ERRORS, ReturnData: true }],
      StartTime: new Date(start),
      EndTime: new Date(start + 180_000),
    }),
  );
  expect(MetricDataResults).toMatchObject([
    { Id: 'errors', Values: [5, 3], Timestamps: [new Date(start + 120_000), new Date(start)] },
  ]);
});
