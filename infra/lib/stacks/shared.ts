import { SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import type { Artifacts } from '../artifacts';
import { ApiFirewall } from '../constructs/api/api-firewall';
import { ApiLogging } from '../constructs/api/api-logging';
import { DataKeys, type KeyClass, keyAliasArn } from '../constructs/data/data-keys';
import { TableBackup } from '../constructs/data/table-backup';
import { Identity } from '../constructs/identity/identity';
import { IdentityTriggers } from '../constructs/identity/identity-triggers';
import { Mail } from '../constructs/mail';
import { MarketTable } from '../constructs/market-table';
import { PrivateBucket } from '../constructs/private-bucket';
import { ASSET_PREFIXES, namesOf, SLICE_PREFIXES } from '../names';
import { publishParameters } from '../parameters';

export interface SharedStackProps extends StackProps {
  config: StageConfig;
  artifacts: Artifacts;
}

/** What all slices stand on: table, accounts, buckets, secrets, mail. */
export class SharedStack extends Stack {
  constructor(scope: Construct, id: string, props: SharedStackProps) {
    super(scope, id, props);
    const { artifacts, config } = props;
    const { stage, protectData } = config;
    const names = namesOf(config);

    const { keys } = new DataKeys(this, 'Keys', config);
    const { table } = new MarketTable(this, 'Market', {
      key: keys.data,
      protectData,
      replicaKeyArns: this.replicaKeys(config, 'data'),
    });
    if (config.operations) {
      const retentionDays = config.operations.backupRetentionDays;
      new TableBackup(this, 'Backup', { config, key: keys.data, table, retentionDays });
    }
    const { pool, client } = new Identity(this, 'Identity', {
      poolName: `marketplace-${stage}`,
      protectData,
    });
    new IdentityTriggers(this, 'IdentityTriggers', { artifacts, config, keys, pool, table });
    new Mail(this, 'Mail', {
      domain: config.mail.domain,
      configurationSet: names.configurationSet,
    });

    this.addBuckets(config, keys.files);
    new ApiLogging(this, 'ApiLogging');

    const replicaRegions = Object.entries(this.replicaKeys(config, 'secrets')).map(
      ([region, arn]) => ({
        region,
        encryptionKey: Key.fromKeyArn(this, `Secrets-${region}`, arn),
      }),
    );
    const stripe = new Secret(this, 'StripeSecret', {
      secretName: names.stripeSecret,
      encryptionKey: keys.secrets,
      replicaRegions,
      secretObjectValue: Object.fromEntries(
        Object.entries(config.stripe.initialSecret).map(([name, value]) => [
          name,
          SecretValue.unsafePlainText(value),
        ]),
      ),
    });
    const linkSigning = new Secret(this, 'LinkSigningSecret', {
      secretName: names.linkSigningSecret,
      encryptionKey: keys.secrets,
      replicaRegions,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    const overrideSigning = new Secret(this, 'OverrideSigningSecret', {
      secretName: names.overrideSecret,
      encryptionKey: keys.secrets,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    // Read by who may release; the functions and the shell have no right to it.
    new Secret(this, 'ReleaseSigningSecret', {
      secretName: names.releaseSigningSecret,
      encryptionKey: keys.secrets,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });

    publishParameters(this, stage, {
      'table/stream-arn': table.tableStreamArn ?? '',
      'keys/data-arn': keys.data.keyArn,
      'keys/files-arn': keys.files.keyArn,
      'keys/secrets-arn': keys.secrets.keyArn,
      'keys/telemetry-arn': keys.telemetry.keyArn,
      'api-firewall-arn': new ApiFirewall(this, 'ApiFirewall', config).arn,
      'identity/user-pool-id': pool.userPoolId,
      'identity/user-pool-client-id': client.userPoolClientId,
      'secrets/stripe-arn': stripe.secretArn,
      'secrets/link-signing-arn': linkSigning.secretArn,
      'secrets/override-signing-arn': overrideSigning.secretArn,
    });
  }

  /** Key of a class by replica region. */
  private replicaKeys(config: StageConfig, keyClass: KeyClass): Record<string, string> {
    return Object.fromEntries(
      config.replicas.map(({ region }) => [region, keyAliasArn(config, keyClass, region)]),
    );
  }

  private addBuckets(config: StageConfig, filesKey: IKey): void {
    const names = namesOf(config);
    const common = {
      protectData: config.protectData,
      oldVersionRetentionDays: config.oldVersionRetentionDays,
    };
    // The library's class misses its own interface under exactOptionalPropertyTypes.
    const accessLogs = new PrivateBucket(this, 'AccessLogs', {
      ...common,
      bucketName: names.logsBucket,
      expireAfterDays: config.logRetentionDays,
    }) as IBucket;
    const assets = new PrivateBucket(this, 'Assets', {
      ...common,
      bucketName: names.assetsBucket,
      encryptionKey: filesKey,
      replicaBuckets: config.replicas.map(({ region }) => ({
        bucketName: namesOf({ ...config, servesFrom: region }).assetsBucket,
        keyArn: keyAliasArn(config, 'files', region),
      })),
      accessLogs,
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [config.publicOrigin],
          allowedHeaders: ['content-type'],
          maxAge: 3600,
        },
      ],
    });
    assets.readableByDistribution(ASSET_PREFIXES.media, config.distributionId);
    const slices = new PrivateBucket(this, 'Slices', {
      ...common,
      bucketName: names.slicesBucket,
      accessLogs,
    });
    slices.readableByDistribution(SLICE_PREFIXES.browser, config.distributionId);
  }
}
