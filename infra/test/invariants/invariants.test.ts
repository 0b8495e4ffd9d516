import { App, Stack } from 'aws-cdk-lib';
import { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { STAGE_NAMES } from '../../config';
import { synthesise } from '../fixtures';
import { RULES, untagged, violations } from './rules';

describe.each(STAGE_NAMES)('the templates of %s', (stage) => {
  const stacks = synthesise(stage);

  it.each(Object.entries(RULES))('hold nowhere %s', (_name, rule) => {
    expect(violations(stacks, rule)).toEqual([]);
  });

  it('tag every resource that can be tagged', () => {
    expect(untagged(Object.values(stacks).map(({ stack }) => stack))).toEqual([]);
  });
});

type Planted = Record<string, { Type: string; Properties: Record<string, unknown> }>;

const role = (statement: Record<string, unknown>): Planted => ({
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: { Policies: [{ PolicyDocument: { Statement: [statement] } }] },
  },
});

const CLOSED = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};

const LOGGING_STAGE = {
  Type: 'AWS::ApiGateway::Stage',
  Properties: { RestApiId: { Ref: 'Api' }, MethodSettings: [{ LoggingLevel: 'ERROR' }] },
};

const PLANTED: Record<keyof typeof RULES, Planted[]> = {
  'a public bucket': [
    { Bucket: { Type: 'AWS::S3::Bucket', Properties: {} } },
    {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: { PublicAccessBlockConfiguration: { ...CLOSED, BlockPublicPolicy: false } },
      },
    },
    {
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Principal: '*' }],
          },
        },
      },
    },
  ],
  'a wildcard action': [role({ Effect: 'Allow', Action: 'dynamodb:*', Resource: 'arn:x' })],
  'a wildcard resource without a reason': [
    role({ Effect: 'Allow', Action: ['dynamodb:PutItem'], Resource: '*' }),
  ],
  'something unencrypted': [
    { Bucket: { Type: 'AWS::S3::Bucket', Properties: {} } },
    { Secret: { Type: 'AWS::SecretsManager::Secret', Properties: {} } },
    { Vault: { Type: 'AWS::Backup::BackupVault', Properties: {} } },
    { Trail: { Type: 'AWS::CloudTrail::Trail', Properties: {} } },
    { Queue: { Type: 'AWS::SQS::Queue', Properties: {} } },
    { Topic: { Type: 'AWS::SNS::Topic', Properties: {} } },
    { Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } } },
    { Table: { Type: 'AWS::DynamoDB::GlobalTable', Properties: {} } },
    { Cache: { Type: 'AWS::ElastiCache::ServerlessCache', Properties: {} } },
    { Cache: { Type: 'AWS::ElastiCache::ReplicationGroup', Properties: { KmsKeyId: 'k' } } },
    { Fn: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: {} } } } },
  ],
  'something untraced': [
    {
      Fn: { Type: 'AWS::Lambda::Function', Properties: { TracingConfig: { Mode: 'PassThrough' } } },
    },
    { Stage: { Type: 'AWS::ApiGateway::Stage', Properties: {} } },
  ],
  'an alarm without a runbook': [
    { Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { AlarmDescription: 'Help' } } },
    { Alarm: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: {} } },
  ],
  'a function that loses what fails': [
    {
      Fn: { Type: 'AWS::Lambda::Function', Properties: {} },
      Live: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: { Ref: 'Fn' } } },
      Source: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { FunctionName: { Ref: 'Live' } },
      },
    },
    {
      Fn: { Type: 'AWS::Lambda::Function', Properties: {} },
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: { Targets: [{ Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }] },
      },
    },
  ],
  'a log group without retention': [
    { Logs: { Type: 'AWS::Logs::LogGroup', Properties: {} } },
    { Fn: { Type: 'AWS::Lambda::Function', Properties: {} } },
    { Canary: { Type: 'AWS::Synthetics::Canary', Properties: { Name: 'journey' } } },
    { Stage: LOGGING_STAGE },
    { App: { Type: 'AWS::Amplify::App', Properties: {} } },
  ],
};

const ON_FAILURE = { DestinationConfig: { OnFailure: { Destination: 'arn:queue' } } };

/** What each rule lets be. */
const SOUND: Record<keyof typeof RULES, Planted> = {
  'a public bucket': {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { PublicAccessBlockConfiguration: CLOSED } },
  },
  'a wildcard action': role({ Effect: 'Deny', Action: 'dynamodb:*', Resource: 'arn:x' }),
  'a wildcard resource without a reason': role({
    Effect: 'Allow',
    Action: 'xray:PutTraceSegments',
    Resource: '*',
  }),
  'something unencrypted': {
    Queue: { Type: 'AWS::SQS::Queue', Properties: { SqsManagedSseEnabled: true } },
    Logs: { Type: 'AWS::Logs::LogGroup', Properties: { KmsKeyId: 'arn:key' } },
  },
  'something untraced': {
    Fn: { Type: 'AWS::Lambda::Function', Properties: { TracingConfig: { Mode: 'Active' } } },
    Stage: { Type: 'AWS::ApiGateway::Stage', Properties: { TracingEnabled: true } },
  },
  'an alarm without a runbook': {
    Alarm: {
      Type: 'AWS::CloudWatch::Alarm',
      Properties: { AlarmDescription: 'https://x.test/docs/runbooks/late-events.md' },
    },
  },
  'a function that loses what fails': {
    Fn: { Type: 'AWS::Lambda::Function', Properties: {} },
    Source: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: { FunctionName: { Ref: 'Fn' }, ...ON_FAILURE },
    },
    Rule: {
      Type: 'AWS::Events::Rule',
      Properties: { Targets: [{ Arn: { 'Fn::GetAtt': ['Fn', 'Arn'] } }] },
    },
    Runs: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: { FunctionName: { Ref: 'Fn' }, ...ON_FAILURE },
    },
  },
  'a log group without retention': {
    Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
    Fn: {
      Type: 'AWS::Lambda::Function',
      Properties: { LoggingConfig: { LogGroup: { Ref: 'Logs' } } },
    },
    Stage: LOGGING_STAGE,
    App: { Type: 'AWS::Amplify::App', Properties: { IAMServiceRole: 'arn:role' } },
    AppLogs: {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        LogGroupName: { 'Fn::Join': ['', ['/aws/amplify/', { 'Fn::GetAtt': ['App', 'AppId'] }]] },
        RetentionInDays: 30,
      },
    },
    ExecutionLogs: {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        LogGroupName: { 'Fn::Join': ['', ['API-Gateway-Execution-Logs_', { Ref: 'Api' }, '/v1']] },
        RetentionInDays: 30,
      },
    },
  },
};

/** The resources given as those of a stack. */
const plant = (resources: Planted) => ({ Planted: { id: 'Planted', resources } });

describe('a violation', () => {
  const cases = Object.entries(PLANTED).flatMap(([name, planted]) =>
    planted.map((resources) => [name, Object.keys(resources).join(', '), resources] as const),
  );

  it('is planted for every rule', () => {
    expect(Object.keys(PLANTED)).toEqual(Object.keys(RULES));
  });

  it.each(Object.entries(RULES))('is not found where there is none: %s', (name, rule) => {
    expect(violations(plant(SOUND[name] ?? {}), rule)).toEqual([]);
  });

  it.each(cases)('is found: %s (%s)', (name, _what, resources) => {
    const rule = RULES[name];
    expect(rule && violations(plant(resources), rule)).toHaveLength(1);
  });

  it('is found: an untagged resource', () => {
    const stack = new Stack(new App(), 'Planted');
    new CfnBucket(stack, 'Bucket');
    expect(untagged([stack])).toEqual(['Planted/Bucket']);
  });
});
