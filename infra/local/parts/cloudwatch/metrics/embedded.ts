import type { MetricIdentity, MetricStore } from './store';

interface Embedded {
  _aws?: {
    Timestamp?: number;
    CloudWatchMetrics?: {
      Namespace: string;
      Dimensions?: string[][];
      Metrics: { Name: string }[];
    }[];
  };
  [field: string]: unknown;
}

/** Takes the metrics out of a log line in CloudWatch's embedded metric format; other lines have none. */
export function takeEmbeddedMetrics(line: string, store: MetricStore): void {
  if (!line.startsWith('{') || !line.includes('"_aws"')) return;
  const document = parsed(line);
  const { Timestamp: atMs = Date.now(), CloudWatchMetrics = [] } = document._aws ?? {};
  for (const { Namespace: namespace, Dimensions = [[]], Metrics } of CloudWatchMetrics) {
    for (const names of Dimensions) {
      const dimensions = Object.fromEntries(names.map((name) => [name, String(document[name])]));
      for (const { Name: name } of Metrics) {
        const identity: MetricIdentity = { namespace, name, dimensions };
        store.add(identity, numbersOf(document[name]), atMs);
      }
    }
  }
}

function parsed(line: string): Embedded {
  try {
    return JSON.parse(line) as Embedded;
  } catch {
    return {};
  }
}

function numbersOf(value: unknown): number[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((each): each is number => typeof each === 'number');
}
