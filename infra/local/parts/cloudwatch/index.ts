import { serve } from '../../http';
import type { Log, Part } from '../../part';
import { jsonService } from '../../protocols/json-service';
import type { EventRuleSpec } from '../../template/types';
import { passesFilters } from '../streams/filter';
import { type Alarm, AlarmBook } from './alarms/book';
import { alarmEvent } from './alarms/event';
import type { MetricStore } from './metrics/store';
import { cloudWatchOperations } from './operations';

export { takeEmbeddedMetrics } from './metrics/embedded';
export { statistic } from './metrics/statistics';
export { type MetricIdentity, MetricStore } from './metrics/store';
export type { Alarm };

const EVALUATE_EVERY_MS = 5_000;

export interface CloudWatchOptions {
  port: number;
  /** Filled from the functions' logs. */
  store: MetricStore;
  /** Rules of the template that react to events. */
  rules: EventRuleSpec[];
  /** Hands an event over; Lambda retries it. */
  invokeLater(functionArn: string, event: unknown): void;
  /** Keeps alarms over restarts. */
  stateFile?: string;
  log: Log;
}

export interface CloudWatchPart extends Part {
  metrics: MetricStore;
  alarms(): readonly Alarm[];
  /** Evaluates every alarm now, and tells the rules whose state changed. */
  evaluate(): void;
}

/** CloudWatch's metrics and alarms, and the part of EventBridge that carries their changes to functions. */
export async function startCloudWatch(options: CloudWatchOptions): Promise<CloudWatchPart> {
  const { store, rules, invokeLater, log } = options;
  const book = await AlarmBook.open(options.stateFile);
  const { url, close } = await serve(
    options.port,
    jsonService({ source: 'cloudwatch', operations: cloudWatchOperations(store, book), log }),
  );
  const evaluate = () => {
    for (const change of book.evaluate(store, Date.now())) {
      const { AlarmName, state } = change.alarm;
      log({ source: 'cloudwatch', level: 'info', message: `${AlarmName}: ${state}` });
      const event = alarmEvent(change);
      for (const { pattern, functionArns } of rules) {
        if (!passesFilters(event, [pattern])) continue;
        for (const functionArn of functionArns) invokeLater(functionArn, event);
      }
    }
  };
  const evaluateSafely = () => {
    try {
      evaluate();
    } catch (error) {
      log({ source: 'cloudwatch', level: 'error', message: String(error) });
    }
  };
  const timer = setInterval(evaluateSafely, EVALUATE_EVERY_MS);
  return {
    name: 'cloudwatch',
    url,
    metrics: store,
    alarms: () => book.list(),
    evaluate,
    health: async () => ({
      ready: true,
      detail: `${store.list().length} metrics, ${book.list().length} alarms`,
    }),
    stop: async () => {
      clearInterval(timer);
      await close();
      await book.flush();
    },
  };
}
