import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { afterAll, describe, expect, it } from 'vitest';
import { type StageConfig, type StageName, stageConfig } from '../config';
import { marketplaceApp, stubArtifacts } from '../test/fixtures';
import { compare } from './compare/compare';
import { amplifyResources, cdkResources } from './compare/templates';
import { composeBackend } from './compose';

const dev = stageConfig('dev');
const artifacts = stubArtifacts();
const { context: flags } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../cdk.json'), 'utf8'),
);
const directory = mkdtempSync(join(tmpdir(), 'marketplace-amplify-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Nested stacks of a stack without a region and without feature flags, as `defineBackend` makes them. */
function synthesiseBackend(name: string, config: StageConfig) {
  const outdir = join(directory, name);
  const app = new App({ outdir, context: { 'aws:cdk:enable-asset-metadata': true } });
  const root = new Stack(app, 'amplify-test');
  const outputs: unknown[] = [];
  composeBackend(
    {
      createStack: (stack) => new NestedStack(root, stack),
      addOutput: (output) => outputs.push(root.resolve(output)),
    },
    { config, artifacts, flags },
  );
  app.synth();
  return { resources: amplifyResources(outdir, config), outputs };
}

const cdkOf = (stage: StageName) =>
  Object.fromEntries(
    marketplaceApp(stage, artifacts)
      .synth()
      .stacks.map(({ id, template }) => [id, cdkResources(template, stageConfig(stage))]),
  );
const cdk = cdkOf('dev');
const different = (config: StageConfig, name: string) =>
  compare(cdk, synthesiseBackend(name, config).resources).flatMap(({ differences }) => differences);

describe('the Amplify backend', () => {
  it('holds what the CDK app’s home region holds, equal in every property', () => {
    const { resources, outputs } = synthesiseBackend('same', dev);
    const compared = compare(cdk, resources);
    expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
    expect(compared.every((stack) => stack.resources > 0)).toBe(true);
    expect(outputs).toHaveLength(1);
  });

  it('holds the cache too, where the stage has one', () => {
    const { resources } = synthesiseBackend('cached', stageConfig('staging'));
    const compared = compare(cdkOf('staging'), resources);
    expect(compared.flatMap(({ differences }) => differences)).toEqual([]);
    expect(compared.find(({ id }) => id === 'Cache')?.resources).toBeGreaterThan(0);
  }, 60_000);

  it('would be told apart by a bucket, a pool or a table that is kept when the other’s is not', () => {
    const resources = different({ ...dev, protectData: true }, 'kept').map((found) =>
      found.resource.split(' ').at(0),
    );
    expect(new Set(resources)).toEqual(
      new Set([
        'AWS::Backup::BackupVault',
        'AWS::Cognito::UserPool',
        'AWS::DynamoDB::GlobalTable',
        'AWS::KMS::Key',
        'AWS::S3::Bucket',
      ]),
    );
  });

  it('would be told apart by one variable of a function', () => {
    const [found] = different({ ...dev, mail: { ...dev.mail, from: 'other@x.example' } }, 'mail');
    expect(found).toMatchObject({
      path: expect.stringMatching(/MAIL_FROM$|FromAddress/),
      amplify: 'other@x.example',
    });
  });

  it('is refused for a stage with replicas, which one region cannot hold', () => {
    expect(() => synthesiseBackend('prod', stageConfig('prod'))).toThrow(/cdk deploy --all/);
  });
});
