import { describe, expect, it } from 'vitest';
import { NETWORK_INTERFACES } from '../lib/constructs/cache/cache-access';
import { resourcesOf, synthesise } from './fixtures';

const stacks = synthesise('prod');

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Principal?: unknown;
}

const listOf = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** Every statement that allows something, with the resource it is written on. */
const allowed = [
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::S3::BucketPolicy',
  'AWS::SQS::QueuePolicy',
]
  .flatMap((type) => resourcesOf(stacks, type))
  .flatMap(({ logicalId, properties }) =>
    [
      properties.PolicyDocument,
      ...(properties.Policies ?? []).map((p: { PolicyDocument: unknown }) => p.PolicyDocument),
    ]
      .filter(Boolean)
      .flatMap((document) => document.Statement as Statement[])
      .filter((statement) => statement.Effect === 'Allow')
      .map((statement) => ({ logicalId, ...statement })),
  );

const statementsOf = (prefix: string) =>
  allowed.filter(({ logicalId }) => logicalId.startsWith(prefix));
const actionsOf = (prefix: string) => statementsOf(prefix).flatMap(({ Action }) => listOf(Action));

describe('permissions', () => {
  it('name every action they allow', () => {
    expect(allowed.length).toBeGreaterThan(30);
    const wildcards = allowed.filter(({ Action }) => listOf(Action).some((a) => a.includes('*')));
    expect(wildcards).toEqual([]);
  });

  it('name their resources, but for actions that have none', () => {
    const anywhere = allowed.filter(({ Resource }) => listOf(Resource).includes('*'));
    const actions = anywhere.flatMap(({ Action }) => listOf(Action));
    expect([...new Set(actions)].sort()).toEqual([
      'cloudwatch:PutMetricData',
      ...NETWORK_INTERFACES,
      's3:ListAllMyBuckets',
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  const READS = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
  it.each([
    ['CatalogHttp', [...READS, 's3:GetObject', 's3:ListBucket']],
    ['SearchIndexerConsumer', [...READS, 's3:GetObject', 's3:ListBucket', 's3:PutObject']],
  ])('let %s read the table and its snapshots, never write the table', (role, expected) => {
    const data = actionsOf(role).filter((action) => /^(dynamodb|s3):/.test(action));
    const streaming = /Stream|GetRecords|GetShardIterator/;
    const own = data.filter((action) => !streaming.test(action));
    expect([...new Set(own)].sort()).toEqual(expected);
  });

  it('stay inside the boundary, which lets roles ask for what no account owns', () => {
    const [boundary] = resourcesOf(stacks, 'AWS::IAM::ManagedPolicy');
    const [granted, never] = boundary?.properties.PolicyDocument.Statement ?? [];
    // Lists, traces and network interfaces name no resource: a plain StringEquals would refuse them all.
    expect(granted).toMatchObject({
      Effect: 'Allow',
      Condition: { StringEqualsIfExists: { 'aws:ResourceAccount': expect.anything() } },
    });
    expect(never).toMatchObject({ Effect: 'Deny', Resource: '*' });
    expect(never.Action).toEqual(expect.arrayContaining(['iam:*', 's3:PutBucketPolicy']));
  });

  it('let the webhook only put what it received', () => {
    const data = actionsOf('PaymentsHttp').filter((action) => action.startsWith('dynamodb:'));
    expect(data).toEqual(['dynamodb:PutItem']);
  });

  it('give the table to services only, and mail to who writes to customers only', () => {
    const mailers = allowed.filter(({ Action }) => listOf(Action).includes('ses:SendEmail'));
    expect(mailers.map(({ logicalId }) => logicalId).sort()).toEqual([
      expect.stringMatching(/^IdentityRole/),
      expect.stringMatching(/^ProcessorConsumerRole/),
    ]);
    expect(actionsOf('ShellComputeRole').some((action) => action.startsWith('dynamodb:'))).toBe(
      false,
    );
  });

  it("let the shell's server read the private releases and sign people in, nothing else", () => {
    expect(actionsOf('ShellComputeRole').map((action) => action.split(':')[0])).toEqual(
      expect.arrayContaining(['s3', 'cloudfront-keyvaluestore', 'cognito-idp']),
    );
    const [objects] = statementsOf('ShellComputeRole').filter(
      ({ Action }) => Action === 's3:GetObject',
    );
    expect(objects?.Resource).toBe('arn:aws:s3:::marketplace-prod-slices-111111111111/server/*');
  });

  it('let the shell call one function, and the pool’s triggers do one thing each', () => {
    const calls = statementsOf('ShellComputeRole').filter(
      ({ Action }) => Action === 'lambda:InvokeFunction',
    );
    expect(calls.map(({ Resource }) => JSON.stringify(Resource))).toEqual([
      expect.stringContaining(':function:marketplace-prod-identity:live'),
    ]);
    const data = (role: string) =>
      actionsOf(role).filter((action) => /^(dynamodb|cognito-idp):/.test(action));
    expect(data('IdentityTriggersConfirmed')).toEqual(['dynamodb:PutItem']);
    expect(data('IdentityTriggersClaims')).toEqual([]);
    expect(data('IdentityTriggersMessages')).toEqual([]);
    expect(actionsOf('IdentityTriggersReadPeople')).toEqual(['cognito-idp:AdminGetUser']);
  });

  it('keep Stripe’s keys from what never calls Stripe', () => {
    const readBy = (role: string) =>
      statementsOf(role)
        .filter(({ Action }) => listOf(Action).includes('secretsmanager:GetSecretValue'))
        .map(({ Resource }) => JSON.stringify(Resource));
    expect(readBy('SearchIndexer')).toEqual([]);
    for (const reader of ['CatalogHttpRole', 'SlotsRole', 'CacheInvalidatorRole']) {
      expect(readBy(reader), reader).toEqual([expect.stringMatching(/secretscachearn/)]);
    }
    const secrets = statementsOf('ShellComputeRole')
      .filter(({ Action }) => listOf(Action).includes('secretsmanager:GetSecretValue'))
      .flatMap(({ Resource }) => listOf(Resource));
    expect(JSON.stringify(secrets)).toMatch(/^\[\{"Ref":"[^"]*overridesigningarn[^"]*"\}\]$/);
  });
});
