import { Aws, Stack } from 'aws-cdk-lib';
import { Effect, ManagedPolicy, PermissionsBoundary, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct, type IConstruct } from 'constructs';
import type { StageConfig } from '../../../config';

const boundaryName = ({ stage }: StageConfig) => `marketplace-${stage}-boundary`;

/** What no role of the marketplace can do, whatever a policy of its own may say. */
const NEVER = [
  'account:*',
  'aws-portal:*',
  'cloudtrail:DeleteTrail',
  'cloudtrail:StopLogging',
  'config:DeleteConfigurationRecorder',
  'config:StopConfigurationRecorder',
  'dynamodb:DeleteBackup',
  'dynamodb:DeleteTable',
  'guardduty:DeleteDetector',
  'iam:*',
  'kms:DisableKey',
  'kms:ScheduleKeyDeletion',
  'organizations:*',
  's3:DeleteBucket',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  'securityhub:DisableSecurityHub',
];

/**
 * The most that any role of the stage can be given: a mistaken policy cannot make a function an
 * administrator, open a bucket or silence the watch.
 */
export class PermissionBoundary extends Construct {
  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    new ManagedPolicy(this, 'Policy', {
      managedPolicyName: boundaryName(config),
      description: 'The most that a role of the marketplace can be given',
      statements: [
        new PolicyStatement({
          sid: 'WhatRolesGrantThemselves',
          actions: ['*'],
          resources: ['*'],
          // Lists, metrics and traces are about no resource, so that nobody owns what they ask for.
          conditions: { StringEqualsIfExists: { 'aws:ResourceAccount': Aws.ACCOUNT_ID } },
        }),
        new PolicyStatement({
          sid: 'Never',
          effect: Effect.DENY,
          actions: NEVER,
          resources: ['*'],
        }),
      ],
    });
  }
}

/** Puts the boundary on every role below `scope`. */
export function applyPermissionBoundary(scope: IConstruct, config: StageConfig): void {
  const { partition } = Stack.of(scope);
  const arn = `arn:${partition}:iam::${config.account}:policy/${boundaryName(config)}`;
  PermissionsBoundary.of(scope).apply(
    ManagedPolicy.fromManagedPolicyArn(scope as Construct, 'PermissionBoundary', arn),
  );
}
