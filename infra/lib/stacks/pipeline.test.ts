import { describe, expect, it } from 'vitest';
import { marketplaceApp, synthesise } from '../../test/fixtures';
import { RULES, violations } from '../../test/invariants/rules';
import { addChecks } from '../checks/add-checks';

const repository = { url: 'https://github.com/example/marketplace', accessTokenSecretId: 'github' };
const { Pipeline, ...others } = synthesise('dev', undefined, { repository });
const of = (type: string) =>
  Object.values(Pipeline?.resources ?? {})
    .filter(({ Type }) => Type === type)
    .map(({ Properties }) => Properties);

const roleName = (arn: string) => arn.slice(arn.indexOf(':role/') + ':role/'.length);

describe('the pipeline', () => {
  it('is there when the stage names a repository, and not otherwise', () => {
    expect(Pipeline).toBeDefined();
    expect(synthesise('dev')).not.toHaveProperty('Pipeline');
    expect(Object.keys(others)).toContain('Shared');
  });

  it('builds what is pushed to main, by the repository’s own instructions', () => {
    const [project] = of('AWS::CodeBuild::Project');
    expect(project.Source).toMatchObject({
      BuildSpec: 'buildspec.yml',
      Location: `${repository.url}.git`,
    });
    expect(project.Triggers.FilterGroups).toEqual([
      [
        { Type: 'EVENT', Pattern: 'PUSH' },
        { Type: 'HEAD_REF', Pattern: 'refs/heads/main' },
      ],
    ]);
  });

  it('deploys only through the roles of the bootstrap', () => {
    const statements = of('AWS::IAM::Policy').flatMap(
      ({ PolicyDocument }) => PolicyDocument.Statement,
    );
    const assumed = statements.find(({ Action }) => Action === 'sts:AssumeRole');
    expect(assumed.Resource).toHaveLength(6);
    expect(JSON.stringify(assumed.Resource)).not.toContain('*');
    const services = statements
      .flatMap(({ Action }) => [Action].flat())
      .map((a) => a.split(':')[0]);
    expect(new Set(services)).toEqual(new Set(['logs', 'kms', 'sts']));
  });

  it('may take the role that deploys each stack, in whichever region it is', () => {
    const { stacks } = marketplaceApp('prod', undefined, { repository }).synth();
    const pipeline = JSON.stringify(stacks.find(({ id }) => id === 'Pipeline')?.template);
    const roles = new Set(stacks.map(({ assumeRoleArn = '' }) => roleName(assumeRoleArn)));
    expect(roles.size).toBe(3);
    for (const role of roles) expect(pipeline).toContain(`:role/${role}"`);
  }, 60_000);

  it.each(Object.entries(RULES))('holds nowhere %s', (_name, rule) => {
    expect(violations(Pipeline ? { Pipeline } : {}, rule)).toEqual([]);
  });

  it('satisfies the rules of AWS and of cdk-nag', () => {
    const app = marketplaceApp('dev', undefined, { repository });
    addChecks(app);
    expect(() => app.synth()).not.toThrow();
  }, 300_000);
});
