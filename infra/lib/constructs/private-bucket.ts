import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  type IBucket,
  ObjectOwnership,
  StorageClass,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { ReplicationRole } from './data/replication-role';

export interface PrivateBucketProps {
  bucketName: string;
  /** Without it, the key is S3's own: for logs, and for code that is public anyway. */
  encryptionKey?: IKey;
  cors?: CorsRule[];
  objectOwnership?: ObjectOwnership;
  protectData: boolean;
  oldVersionRetentionDays: number;
  /** Buckets of other regions that follow this one, each with the key of its region. */
  replicaBuckets?: readonly { bucketName: string; keyArn: string }[];
  /** Where reads and writes are logged; a log bucket itself has none. */
  accessLogs?: IBucket;
  /** Days after which objects go; for logs. */
  expireAfterDays?: number;
}

/** A bucket nobody reads without being granted it: TLS only, versioned, encrypted, with a lifecycle. */
export class PrivateBucket extends Bucket {
  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id, {
      bucketName: props.bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      ...(props.encryptionKey
        ? {
            encryption: BucketEncryption.KMS,
            encryptionKey: props.encryptionKey,
            bucketKeyEnabled: true,
          }
        : { encryption: BucketEncryption.S3_MANAGED }),
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectOwnership: props.objectOwnership ?? ObjectOwnership.BUCKET_OWNER_ENFORCED,
      removalPolicy: props.protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...(props.cors && { cors: props.cors }),
      ...replication(scope, id, props),
      ...(props.accessLogs && {
        serverAccessLogsBucket: props.accessLogs,
        serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      }),
      lifecycleRules: [
        {
          transitions: [
            { storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(0) },
          ],
          noncurrentVersionExpiration: Duration.days(props.oldVersionRetentionDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
          ...(props.expireAfterDays !== undefined && {
            expiration: Duration.days(props.expireAfterDays),
          }),
        },
      ],
    });
  }

  /** Lets our distribution read one prefix; the rest of the bucket stays unreachable for it. */
  readableByDistribution(prefix: string, distributionId = '*'): void {
    const stack = Stack.of(this);
    const distribution = stack.formatArn({
      service: 'cloudfront',
      region: '',
      resource: 'distribution',
      resourceName: distributionId,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'DistributionReadsPublicPrefix',
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['s3:GetObject'],
        resources: [this.arnForObjects(`${prefix}*`)],
        conditions: {
          StringEquals: { 'AWS:SourceAccount': stack.account },
          ArnLike: { 'AWS:SourceArn': distribution },
        },
      }),
    );
  }
}

/** Copies every object to the buckets that follow this one. */
function replication(
  scope: Construct,
  id: string,
  { bucketName, encryptionKey, replicaBuckets = [] }: PrivateBucketProps,
) {
  if (replicaBuckets.length === 0) return {};
  const from = { bucketName, keyArn: encryptionKey?.keyArn ?? '' };
  return {
    replicationRole: new ReplicationRole(scope, `${id}Replication`, { from, to: replicaBuckets }),
    replicationRules: replicaBuckets.map((replica, priority) => ({
      destination: Bucket.fromBucketName(scope, `${id}-${replica.bucketName}`, replica.bucketName),
      kmsKey: Key.fromKeyArn(scope, `${id}-${replica.bucketName}-key`, replica.keyArn),
      sseKmsEncryptedObjects: true,
      priority,
    })),
  };
}
