import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { CfnRotationSchedule, type ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import type { Artifacts } from '../../artifacts';
import type { DataKeys } from '../data/data-keys';
import { ServiceFunction } from '../service-function';

const EVERY_DAYS = 30;

export interface KeyRotationProps {
  config: StageConfig;
  artifacts: Artifacts;
  keys: DataKeys['keys'];
  /** A secret whose readers accept the key before as long as something that it signed is valid. */
  secret: ISecret;
}

/** Gives a signing key a successor every month, and once at the first deployment, which shows that it works. */
export class KeyRotation extends Construct {
  constructor(scope: Construct, id: string, { config, artifacts, keys, secret }: KeyRotationProps) {
    super(scope, id);
    const { region, urlSuffix } = Stack.of(this);
    const { fn } = new ServiceFunction(this, 'Rotate', {
      name: 'key-rotation',
      description: 'Gives a signing key its successor',
      artifacts,
      platform: {
        config,
        environment: { STAGE: config.stage },
        key: (keyClass) => keys[keyClass],
      },
      memoryMb: 512,
      timeoutSeconds: 30,
    });
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:GetSecretValue',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        resources: [secret.secretArn],
      }),
    );
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: [keys.secrets.keyArn],
        conditions: {
          StringEquals: { 'kms:ViaService': `secretsmanager.${region}.${urlSuffix}` },
        },
      }),
    );
    // Of the function and not its alias: that Secrets Manager would call another ARN is promised nowhere.
    const permission = new CfnPermission(this, 'CalledBySecretsManager', {
      action: 'lambda:InvokeFunction',
      functionName: fn.functionArn,
      principal: 'secretsmanager.amazonaws.com',
      sourceAccount: config.account,
    });
    const schedule = new CfnRotationSchedule(this, 'Schedule', {
      secretId: secret.secretArn,
      rotationLambdaArn: fn.functionArn,
      rotationRules: { automaticallyAfterDays: EVERY_DAYS },
    });
    // It rotates at once, which needs the function's rights and the permission to call it.
    schedule.node.addDependency(permission, fn);
  }
}
