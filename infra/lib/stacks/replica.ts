import { Stack, type StackProps } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { ApiFirewall } from '../constructs/api/api-firewall';
import { ApiLogging } from '../constructs/api/api-logging';
import { DataKeys } from '../constructs/data/data-keys';
import { PrivateBucket } from '../constructs/private-bucket';
import { namesOf } from '../names';
import { publishParameters } from '../parameters';

/**
 * What the services of a region beside home stand on. Table and secrets are copies that the home region's
 * stack keeps up to date, under keys of this region; people sign in at home.
 */
export class ReplicaStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { config: StageConfig }) {
    super(scope, id, props);
    const { config } = props;
    const { stage } = config;
    const names = namesOf(config);
    const { keys } = new DataKeys(this, 'Keys', config);
    const common = {
      protectData: config.protectData,
      oldVersionRetentionDays: config.oldVersionRetentionDays,
    };
    const accessLogs = new PrivateBucket(this, 'AccessLogs', {
      ...common,
      bucketName: names.logsBucket,
      expireAfterDays: config.logRetentionDays,
    }) as IBucket;
    new PrivateBucket(this, 'Assets', {
      ...common,
      bucketName: names.assetsBucket,
      encryptionKey: keys.files,
      accessLogs,
    });
    const secretArn = (name: string) =>
      `arn:aws:secretsmanager:${this.region}:${this.account}:secret:${name}-??????`;
    new ApiLogging(this, 'ApiLogging');
    const firewall = new ApiFirewall(this, 'ApiFirewall', { config, logsKey: keys.telemetry });
    publishParameters(this, stage, {
      'keys/data-arn': keys.data.keyArn,
      'keys/files-arn': keys.files.keyArn,
      'keys/secrets-arn': keys.secrets.keyArn,
      'keys/telemetry-arn': keys.telemetry.keyArn,
      'identity/user-pool-id': config.identity.userPoolId,
      'identity/user-pool-client-id': config.identity.userPoolClientId,
      'secrets/stripe-arn': secretArn(names.stripeSecret),
      'secrets/link-signing-arn': secretArn(names.linkSigningSecret),
      'api-firewall-arn': firewall.arn,
    });
  }
}
