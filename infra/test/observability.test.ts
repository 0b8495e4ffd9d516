import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDGE_METRICS, METRIC_NAMESPACE, METRICS } from '@marketplace/services/domain/metrics';
import { describe, expect, it } from 'vitest';
import { RUNBOOKS, runbookUrl } from '../lib/constructs/observability/runbooks';
import { WATCHED_SLICES } from '../lib/constructs/observability/watched';
import { resourcesOf, synthesise } from './fixtures';

const ROOT = join(import.meta.dirname, '../..');
const stacks = synthesise('prod');
const alarms = [
  ...resourcesOf(stacks, 'AWS::CloudWatch::Alarm'),
  ...resourcesOf(stacks, 'AWS::CloudWatch::CompositeAlarm'),
];

describe('alarms', () => {
  it('each name a runbook that exists, and each such runbook is named', () => {
    const named = alarms.map(
      ({ properties }) => /docs\/runbooks\/([\w-]+)\.md$/.exec(properties.AlarmDescription)?.[1],
    );
    expect(alarms.length).toBeGreaterThan(30);
    expect(new Set(named)).toEqual(new Set(RUNBOOKS));
    for (const page of RUNBOOKS) expect(existsSync(join(ROOT, runbookUrl(page))), page).toBe(true);
  });

  it('tell somebody', () => {
    for (const { properties } of alarms) {
      expect(properties.AlarmActions, properties.AlarmName).toHaveLength(1);
    }
  });

  it('watch functions that exist, every one of them, by the names they have where they run', () => {
    const functions = resourcesOf(stacks, 'AWS::Lambda::Function').map(
      ({ stack, properties: { FunctionName } }) =>
        // Lambda@Edge runs replicas, in us-east-1 too.
        stack.id === 'Edge' ? `us-east-1.${FunctionName}` : FunctionName,
    );
    const named = JSON.stringify(alarms.map(({ properties }) => properties)).matchAll(
      /"FunctionName","Value":"([^"]+)"/g,
    );
    const watched = new Set([...named].map(([, name]) => name));
    expect([...watched].sort()).toEqual([...new Set(functions)].sort());
  });

  it('watch queues that exist, every one of them', () => {
    const queues = resourcesOf(stacks, 'AWS::SQS::Queue').map(
      ({ properties }) => properties.QueueName,
    );
    const named = JSON.stringify(alarms.map(({ properties }) => properties)).matchAll(
      /"QueueName","Value":"([^"]+)"/g,
    );
    expect([...named].map(([, name]) => name).sort()).toEqual(queues.sort());
  });
});

/** Names of our own metrics in what a template says of an alarm or a dashboard. */
const ownMetricsIn = (properties: unknown) => {
  const text = JSON.stringify(properties).replaceAll('\\', '');
  const patterns = [
    new RegExp(`"${METRIC_NAMESPACE}","(\\w+)"`, 'g'),
    new RegExp(`"MetricName":"(\\w+)","Namespace":"${METRIC_NAMESPACE}"`, 'g'),
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name));
};

/** Names in the calls by which the services count and measure. */
function countedByServices(): string[] {
  const folder = join(ROOT, 'services');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(?!node_modules|dist).*\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .flatMap((source) => source.match(/metrics\.(count|measure)\([^;]*;/g) ?? [])
    .flatMap((call) => [...call.matchAll(/'([A-Z]\w+)'/g)].map(([, name = '']) => name));
}

describe('metrics', () => {
  it('are shown or watched, each of them, and nothing is that no code counts', () => {
    const dashboards = resourcesOf(stacks, 'AWS::CloudWatch::Dashboard');
    const named = [...alarms, ...dashboards].flatMap(({ properties }) => ownMetricsIn(properties));
    const catalogue = Object.keys(METRICS).sort();
    const shown = [...catalogue, ...Object.keys(EDGE_METRICS)].sort();
    expect([...new Set(named)].sort()).toEqual(shown);
    expect([...new Set(countedByServices())].sort()).toEqual(catalogue);
  });
});

describe('dashboards', () => {
  it('are one a slice and one for the business', () => {
    const names = resourcesOf(stacks, 'AWS::CloudWatch::Dashboard').map(
      ({ properties }) => properties.DashboardName,
    );
    expect(names).toEqual(
      [...WATCHED_SLICES.map(({ name }) => name), 'cache', 'business', 'edge'].map(
        (name) => `marketplace-prod-${name}`,
      ),
    );
  });
});

describe('runbooks', () => {
  it.each(RUNBOOKS)(
    '%s says what it means, where to look, what to do and when it is over',
    (page) => {
      const text = readFileSync(join(ROOT, runbookUrl(page)), 'utf8');
      for (const heading of ['What it means', 'Look', 'Do', 'Over when']) {
        expect(text).toContain(`\n## ${heading}\n`);
      }
    },
  );
});
