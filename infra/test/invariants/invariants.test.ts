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

const PLANTED: Record<keyof typeof RULES, Planted[]> = {
  'a public bucket': [
    { Bucket: { Type: 'AWS::S3::Bucket', Properties: {} } },
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
  ],
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
