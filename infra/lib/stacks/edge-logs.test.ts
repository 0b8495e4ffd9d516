import { EDGE_METRICS, METRIC_NAMESPACE } from '@marketplace/services/domain/metrics';
import { describe, expect, it } from 'vitest';
import { STAGE_NAMES, stageConfig, stageSchema } from '../../config';
import {
  marketplaceApp,
  resourcesOf,
  type SynthesisedStack,
  synthesise,
} from '../../test/fixtures';

const isEdgeLogs = ({ id }: SynthesisedStack) => id.startsWith('EdgeLogs-');

type Drawn = [namespace: string, name: string, dimension: string, value: string, object];

/** Our metrics that widgets of the edge's dashboard name, each time with the region it is taken from. */
function edgeMetricsOn(stacks: Record<string, SynthesisedStack>): Map<string, string[]> {
  const [dashboard] = resourcesOf(stacks, 'AWS::CloudWatch::Dashboard').filter(({ properties }) =>
    /-edge$/.test(properties.DashboardName),
  );
  if (dashboard === undefined) return new Map();
  const parts = dashboard.properties.DashboardBody['Fn::Join'][1] as (string | object)[];
  const home = dashboard.stack.stack.region;
  const body = parts.map((part) => (typeof part === 'string' ? part : home)).join('');
  const drawn = new Map<string, string[]>();
  for (const { properties } of JSON.parse(body).widgets) {
    const metrics = properties.metrics as Drawn[];
    for (const [namespace, name, dimension, value, how] of metrics) {
      if (namespace !== METRIC_NAMESPACE) continue;
      const metric = `${name} ${dimension}=${value}`;
      const region = 'region' in how ? how.region : properties.region;
      drawn.set(metric, [...(drawn.get(metric) ?? []), region]);
    }
  }
  return drawn;
}

describe.each(STAGE_NAMES)('the logs of edge functions of %s', (stage) => {
  const stacks = synthesise(stage);
  const { edgeLogRegions, logRetentionDays, operations } = stageConfig(stage);
  const edgeLogs = Object.values(stacks).filter(isEdgeLogs);
  const groupNames = resourcesOf(stacks, 'AWS::Lambda::Function')
    .filter((fn) => fn.stack.id === 'Edge')
    .map(({ properties }) => `/aws/lambda/us-east-1.${properties.FunctionName}`);

  it('are in each region that the stage names, and in no other', () => {
    expect(edgeLogs.map(({ stack }) => stack.region)).toEqual(edgeLogRegions);
  });

  it.each(edgeLogs)('have a group for every function, that ends and goes: $id', ({ template }) => {
    const groups = Object.values(template.findResources('AWS::Logs::LogGroup'));
    const names = groups.map(({ Properties }) => Properties.LogGroupName);
    expect(names.sort()).toEqual(groupNames.toSorted());
    for (const { Properties, DeletionPolicy } of groups) {
      expect(Properties.RetentionInDays).toBe(logRetentionDays);
      expect(DeletionPolicy).toBe('Delete');
    }
  });

  it('are what the dashboard of the edge, where there is one, draws metrics of', () => {
    const drawn = edgeMetricsOn(stacks);
    const regions = ['us-east-1', ...edgeLogRegions].sort();
    const catalogue = Object.entries(EDGE_METRICS).flatMap(([name, { dimension, values }]) =>
      Object.keys(values).map((value) => `${name} ${dimension}=${value}`),
    );
    expect([...drawn.keys()].sort()).toEqual(operations ? catalogue.sort() : []);
    // Once in the sum, once by itself.
    const twice = regions.flatMap((region) => [region, region]);
    for (const [metric, drawnOf] of drawn) expect(drawnOf.sort(), metric).toEqual(twice);
  });

  it('are there before the functions, which would make them otherwise', () => {
    const needed = stacks.Edge?.stack.dependencies ?? [];
    for (const { stack } of edgeLogs) expect(needed).toContain(stack);
  });
});

describe('a region that only holds logs', () => {
  it('needs no bootstrap: the roles of the home region deploy it', () => {
    const { homeRegion, edgeLogRegions } = stageConfig('dev');
    const assembly = marketplaceApp('dev').synth();
    for (const region of edgeLogRegions) {
      const stack = assembly.getStackArtifact(`EdgeLogs-${region}`);
      expect(stack.assumeRoleArn).toMatch(new RegExp(`-deploy-role-111111111111-${homeRegion}$`));
      expect(stack.requiresBootstrapStackVersion).toBeUndefined();
      expect(stack.assets).toEqual([]);
    }
  }, 60_000);

  it('is not us-east-1, where the edge itself is', () => {
    const config = { ...stageConfig('dev'), edgeLogRegions: ['eu-west-1', 'us-east-1'] };
    expect(() => stageSchema.parse(config)).toThrow(/us-east-1/);
  });
});
