import { describe, expect, it } from 'vitest';
import { STAGE_NAMES, stageConfig, stageSchema } from '../../config';
import {
  marketplaceApp,
  resourcesOf,
  type SynthesisedStack,
  synthesise,
} from '../../test/fixtures';

const isEdgeLogs = ({ id }: SynthesisedStack) => id.startsWith('EdgeLogs-');

describe.each(STAGE_NAMES)('the logs of edge functions of %s', (stage) => {
  const stacks = synthesise(stage);
  const { edgeLogRegions, logRetentionDays } = stageConfig(stage);
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
