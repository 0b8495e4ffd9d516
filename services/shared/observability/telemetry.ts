import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics as PowertoolsMetrics } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import type { Context } from 'aws-lambda';
import { METRIC_NAMESPACE, METRICS, type MetricName, sliceMetricsLine } from '../../domain/metrics';
import { impersonal, withoutPeople } from './impersonal';
import { CORRELATION_FIELD, type Log, type Metrics } from './ports';

export interface Telemetry {
  log: Log;
  metrics: Metrics;
  /** Wraps an AWS client so that its calls are traced. */
  traced<Client>(client: Client): Client;
  /**
   * Runs one invocation: its request id goes on every line, and the id that its answer names, if any;
   * its counts are published at the end.
   */
  invocation<Answer>(
    context: Context,
    run: () => Promise<Answer>,
    correlationId?: string,
  ): Promise<Answer>;
}

/** Powertools for one function, made once a cold start. */
export function createTelemetry(serviceName: string): Telemetry {
  const logger = new Logger({ serviceName });
  const metrics = new PowertoolsMetrics({ namespace: METRIC_NAMESPACE, serviceName });
  const tracer = new Tracer({ serviceName });
  const line =
    (level: keyof Log) =>
    (message: string, data: Record<string, unknown> = {}) =>
      logger[level](withoutPeople(message), impersonal(data) as Record<string, unknown>);
  const add = (name: MetricName, value: number) =>
    metrics.addMetric(name, METRICS[name].unit, value);
  return {
    log: {
      debug: line('debug'),
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
    },
    metrics: {
      count: (name, amount = 1) => add(name, amount),
      measure: add,
      // Past the console, which Lambda puts words before: the line must be JSON from its first character.
      ofSlice: (report) => process.stdout.write(`${sliceMetricsLine(report, Date.now())}\n`),
    },
    traced: (client) => tracer.captureAWSv3Client(client),
    async invocation(context, run, correlationId) {
      logger.addContext(context);
      if (correlationId) logger.appendKeys({ [CORRELATION_FIELD]: correlationId });
      try {
        return await run();
      } finally {
        logger.resetKeys();
        if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
      }
    },
  };
}
