import { Aws } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

interface Replicated {
  bucketName: string;
  keyArn: string;
}

/** What S3 may do to copy one bucket's objects into others, decrypting and encrypting by named actions. */
export class ReplicationRole extends Role {
  constructor(
    scope: Construct,
    id: string,
    { from, to }: { from: Replicated; to: readonly Replicated[] },
  ) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('s3.amazonaws.com'),
      description: `Copies ${from.bucketName} to other regions`,
    });
    const allow = (actions: string[], ...resources: string[]) =>
      this.addToPolicy(new PolicyStatement({ actions, resources }));
    const bucketArn = (bucketName: string) => `arn:${Aws.PARTITION}:s3:::${bucketName}`;
    allow(['s3:GetReplicationConfiguration', 's3:ListBucket'], bucketArn(from.bucketName));
    allow(
      ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
      `${bucketArn(from.bucketName)}/*`,
    );
    allow(
      ['s3:ReplicateDelete', 's3:ReplicateObject', 's3:ReplicateTags'],
      ...to.map(({ bucketName }) => `${bucketArn(bucketName)}/*`),
    );
    allow(['kms:Decrypt'], from.keyArn);
    allow(['kms:Encrypt', 'kms:GenerateDataKey'], ...to.map(({ keyArn }) => keyArn));
  }
}
