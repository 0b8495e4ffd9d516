import { Aws } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, type KeyProps } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** A key of our own, rotated every year, which nobody but AWS's services may hand on by a grant. */
export class CustomerKey extends Key {
  constructor(scope: Construct, id: string, props: Omit<KeyProps, 'enableKeyRotation'>) {
    super(scope, id, { ...props, enableKeyRotation: true });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'GrantsForServicesOnly',
        effect: Effect.DENY,
        principals: [new StarPrincipal()],
        actions: ['kms:CreateGrant'],
        resources: ['*'],
        conditions: {
          BoolIfExists: {
            'kms:GrantIsForAWSResource': 'false',
            'aws:PrincipalIsAWSService': 'false',
          },
        },
      }),
    );
  }

  /** Lets CloudWatch encrypt the log groups of the account with it. */
  encryptLogs(account: string): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogsOfThisAccount',
        principals: [new ServicePrincipal(`logs.${Aws.REGION}.amazonaws.com`)],
        actions: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${account}:log-group:*`,
          },
        },
      }),
    );
  }
}
