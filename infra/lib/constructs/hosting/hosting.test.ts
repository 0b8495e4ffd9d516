import { describe, expect, it } from 'vitest';
import { marketplaceApp, synthesise } from '../../../test/fixtures';
import { RULES, violations } from '../../../test/invariants/rules';
import { addChecks } from '../../checks/add-checks';

const amplify = synthesise('prod', undefined, { hosting: 'amplify' });
const lambda = synthesise('prod', undefined, { hosting: 'lambda' });
const hostOf = (stacks: typeof amplify) =>
  Object.values(stacks.ShellHosting?.resources ?? {}).find(
    ({ Properties }) => Properties.Name === '/marketplace/prod/shell/host',
  )?.Properties.Value;

/** What the shell's role may do, but for writing logs and traces. */
const rights = (stacks: typeof amplify) =>
  Object.entries(stacks.ShellHosting?.resources ?? {})
    .filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.startsWith('ShellComputeRole'))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .filter(({ Action }) => !/^(logs|xray):/.test([Action].flat()[0]));

describe('the two ways to host the shell', () => {
  it('differ in nothing that the distribution or another stack could see', () => {
    for (const stack of Object.keys(amplify).filter((id) => id !== 'ShellHosting')) {
      expect(lambda[stack]?.text, stack).toEqual(amplify[stack]?.text);
    }
    expect(hostOf(amplify)['Fn::Join'][1]).toContain('main.');
    expect(JSON.stringify(hostOf(lambda))).toContain('ApiEndpoint');
  });

  it('give the server the same rights and the same variables', () => {
    expect(rights(lambda)).toEqual(rights(amplify));
    const [server] = Object.values(lambda.ShellHosting?.resources ?? {}).filter(
      ({ Type }) => Type === 'AWS::Lambda::Function',
    );
    const variables = amplify.ShellHosting?.template.findResources('AWS::Amplify::App');
    const [app] = Object.values(variables ?? {});
    const names = app?.Properties.EnvironmentVariables.map(({ Name }: { Name: string }) => Name);
    expect(Object.keys(server?.Properties.Environment.Variables)).toEqual(
      expect.arrayContaining(names.filter((name: string) => !name.startsWith('AMPLIFY_'))),
    );
  });

  it('put no cache between the distribution and the server', () => {
    expect(amplify.ShellHosting?.text).not.toContain('CacheConfig');
    expect(lambda.ShellHosting?.text).not.toContain('AWS::CloudFront');
  });

  it.each(Object.entries(RULES))('hold in a function nowhere %s', (_name, rule) => {
    expect(violations(lambda, rule)).toEqual([]);
  });

  it('satisfy the rules of AWS and of cdk-nag in a function too', () => {
    const app = marketplaceApp('prod', undefined, { hosting: 'lambda' });
    addChecks(app);
    expect(() => app.synth()).not.toThrow();
  }, 300_000);
});
