import type { MetricName } from '../../domain/metrics';
import type { SliceReport } from '../../domain/vitals';

/** What business code logs through; structured, no personal data. */
export interface Log {
  debug(message: string, data?: Record<string, unknown>): void;
  info(message: string, data?: Record<string, unknown>): void;
  warn(message: string, data?: Record<string, unknown>): void;
  error(message: string, data?: Record<string, unknown>): void;
}

/** Field of a log line that names the visitor's request. */
export const CORRELATION_FIELD = 'correlation_id';

/** The same log, with the visitor's request on each of its lines. */
export function logAbout(log: Log, correlationId: string | undefined): Log {
  if (correlationId === undefined) return log;
  const line =
    (level: keyof Log) =>
    (message: string, data: Record<string, unknown> = {}) =>
      log[level](message, { ...data, [CORRELATION_FIELD]: correlationId });
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** Counts what happened, for dashboards and alarms. */
export interface Metrics {
  count(name: MetricName, amount?: number): void;
  /** One value of a distribution, in the metric's own unit. */
  measure(name: MetricName, value: number): void;
  /** What a browser saw of a release of a slice. */
  ofSlice(report: SliceReport): void;
}

/** Logs and counts nothing. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
export const silentMetrics: Metrics = { count() {}, measure() {}, ofSlice() {} };
