import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { CustomerKey } from './customer-key';

/** Classes of data; whoever may read one need not be able to read another. */
export const KEY_CLASSES = {
  data: 'Bookings, people and payments: the table and its backups',
  files: 'What providers upload, and search snapshots',
  secrets: 'Keys of Stripe and our own, and the settings of functions',
  telemetry: 'Logs',
} as const;

export type KeyClass = keyof typeof KEY_CLASSES;

/** One customer key per class of data. */
export class DataKeys extends Construct {
  readonly keys: Readonly<Record<KeyClass, CustomerKey>>;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const key = (keyClass: KeyClass) =>
      new CustomerKey(this, keyClass, {
        alias: keyAlias(config, keyClass),
        description: KEY_CLASSES[keyClass],
        pendingWindow: Duration.days(config.protectData ? 30 : 7),
        removalPolicy: config.protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      });
    this.keys = {
      data: key('data'),
      files: key('files'),
      secrets: key('secrets'),
      telemetry: key('telemetry'),
    };
    this.#allowServices(config);
  }

  #allowServices({ account, distributionId }: StageConfig): void {
    this.keys.telemetry.encryptLogs(account);
    this.keys.files.addToResourcePolicy(
      new PolicyStatement({
        sid: 'DistributionReadsPublicFiles',
        principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
        actions: ['kms:Decrypt'],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'aws:SourceArn': `arn:${Aws.PARTITION}:cloudfront::${account}:distribution/${distributionId ?? '*'}`,
          },
        },
      }),
    );
  }
}

export const keyAlias = ({ stage }: StageConfig, keyClass: KeyClass): string =>
  `marketplace-${stage}-${keyClass}`;

/** Name of a key in a region whose stack is another one's business. */
export const keyAliasArn = (config: StageConfig, keyClass: KeyClass, region: string): string =>
  `arn:${Aws.PARTITION}:kms:${region}:${config.account}:alias/${keyAlias(config, keyClass)}`;
