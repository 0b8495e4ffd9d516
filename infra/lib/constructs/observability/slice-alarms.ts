import { Duration } from 'aws-cdk-lib';
import { type IAlarm, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import type { AlarmTopic } from './alarm-topic';
import { apiMetric, functionMetric, shareOf, undigestedMetric } from './metrics';
import { RunbookAlarm } from './runbook-alarm';
import type { WatchedSlice } from './watched';

const STREAM_LATE_MS = 60_000;

interface SliceAlarmsProps {
  config: StageConfig;
  topic: AlarmTopic;
  slice: WatchedSlice;
}

/** What can go wrong with one slice's service, each with its runbook. */
export class SliceAlarms extends Construct {
  /** Those that say that its customers are not served. */
  readonly severe: readonly IAlarm[];
  readonly #props: SliceAlarmsProps;

  constructor(scope: Construct, id: string, props: SliceAlarmsProps) {
    super(scope, id);
    this.#props = props;
    const { slice } = props;
    this.#throttling();
    const errors = slice.functions.map((name) => this.#functionErrors(name));
    const behind = slice.consumers.map((name) => this.#behind(name));
    for (const name of [...slice.consumers, ...slice.scheduled]) this.#undigested(name);
    for (const name of slice.rotations ?? []) this.#rotationFails(name);
    this.severe = [...errors, ...behind];
    if (slice.api === undefined) return;
    this.#latency(slice.api);
    this.severe = [this.#apiErrors(slice.api), ...this.severe];
  }

  #alarmName(what: string): string {
    return `marketplace-${this.#props.config.stage}-${what}`;
  }

  #apiErrors(api: string): IAlarm {
    const { slice, topic } = this.#props;
    return new RunbookAlarm(this, 'ApiErrors', {
      alarmName: this.#alarmName(`${slice.name}-api-errors`),
      what: `One answer in a hundred of the API ${api} is a server error`,
      runbook: 'api-errors',
      topic,
      metric: shareOf(
        apiMetric(api, '5XXError', Stats.SUM),
        apiMetric(api, 'Count', Stats.SUM),
        'server errors, %',
        Duration.minutes(1),
      ),
      threshold: 1,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
    });
  }

  #latency(api: string): void {
    const { slice, topic } = this.#props;
    new RunbookAlarm(this, 'ApiLatency', {
      alarmName: this.#alarmName(`${slice.name}-api-latency`),
      what: `One answer in twenty of the API ${api} takes longer than ${slice.slowMs} ms`,
      runbook: 'api-latency',
      topic,
      metric: apiMetric(api, 'Latency', Stats.percentile(95)),
      threshold: slice.slowMs,
      evaluationPeriods: 10,
      datapointsToAlarm: 8,
    });
  }

  #throttling(): void {
    const { config, slice, topic } = this.#props;
    for (const name of slice.functions) {
      new RunbookAlarm(this, `Throttles-${name}`, {
        alarmName: this.#alarmName(`${name}-throttled`),
        what: `The function ${name} is refused more instances`,
        runbook: 'api-throttling',
        topic,
        metric: functionMetric(config, name, 'Throttles', Stats.SUM),
        threshold: 1,
        evaluationPeriods: 3,
      });
    }
  }

  #functionErrors(name: string): IAlarm {
    const { config, topic } = this.#props;
    return new RunbookAlarm(this, `Errors-${name}`, {
      alarmName: this.#alarmName(`${name}-errors`),
      what: `The function ${name} fails`,
      runbook: 'function-errors',
      topic,
      metric: functionMetric(config, name, 'Errors', Stats.SUM),
      threshold: 3,
      evaluationPeriods: 5,
      datapointsToAlarm: 3,
    });
  }

  #rotationFails(name: string): void {
    const { config, topic } = this.#props;
    new RunbookAlarm(this, `Rotation-${name}`, {
      alarmName: this.#alarmName(`${name}-fails`),
      what: `The function ${name} fails: a key keeps its age`,
      runbook: 'key-rotation',
      topic,
      metric: functionMetric(config, name, 'Errors', Stats.SUM),
      threshold: 1,
      evaluationPeriods: 1,
    });
  }

  #behind(name: string): IAlarm {
    const { config, topic } = this.#props;
    return new RunbookAlarm(this, `Behind-${name}`, {
      alarmName: this.#alarmName(`${name}-behind`),
      what: `The function ${name} is more than a minute behind the table’s stream`,
      runbook: 'stream-behind',
      topic,
      metric: functionMetric(config, name, 'IteratorAge', Stats.MAXIMUM),
      threshold: STREAM_LATE_MS,
      evaluationPeriods: 3,
    });
  }

  #undigested(name: string): void {
    const { config, topic } = this.#props;
    new RunbookAlarm(this, `Undigested-${name}`, {
      alarmName: this.#alarmName(`${name}-undigested`),
      what: `The function ${name} gave something up; it waits in a queue for two weeks`,
      runbook: 'undigested-messages',
      topic,
      metric: undigestedMetric(config, name),
      threshold: 1,
      evaluationPeriods: 1,
    });
  }
}
