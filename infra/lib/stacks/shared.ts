import { RemovalPolicy, SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnAccount } from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { Identity } from '../constructs/identity';
import { Mail } from '../constructs/mail';
import { MarketTable } from '../constructs/market-table';
import { PrivateBucket } from '../constructs/private-bucket';
import { ASSET_PREFIXES, namesOf, SLICE_PREFIXES } from '../names';
import { publishParameters } from '../parameters';

/** What all slices stand on: table, accounts, buckets, secrets, mail. */
export class SharedStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { config: StageConfig }) {
    super(scope, id, props);
    const { config } = props;
    const { stage, protectData } = config;
    const names = namesOf(config);

    const key = new Key(this, 'DataKey', {
      alias: `marketplace-${stage}-data`,
      enableKeyRotation: true,
      removalPolicy: protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const { table } = new MarketTable(this, 'Market', { key, protectData });
    const { pool, client } = new Identity(this, 'Identity', {
      poolName: `marketplace-${stage}`,
      protectData,
    });
    new Mail(this, 'Mail', {
      domain: config.mail.domain,
      configurationSet: names.configurationSet,
    });

    this.addBuckets(config);
    this.allowApisToLog();

    const stripe = new Secret(this, 'StripeSecret', {
      secretName: names.stripeSecret,
      encryptionKey: key,
      secretObjectValue: Object.fromEntries(
        Object.entries(config.stripe.initialSecret).map(([name, value]) => [
          name,
          SecretValue.unsafePlainText(value),
        ]),
      ),
    });
    const linkSigning = new Secret(this, 'LinkSigningSecret', {
      secretName: names.linkSigningSecret,
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });

    publishParameters(this, stage, {
      'table/stream-arn': table.tableStreamArn ?? '',
      'data-key-arn': key.keyArn,
      'identity/user-pool-id': pool.userPoolId,
      'identity/user-pool-client-id': client.userPoolClientId,
      'secrets/stripe-arn': stripe.secretArn,
      'secrets/link-signing-arn': linkSigning.secretArn,
    });
  }

  private addBuckets(config: StageConfig): void {
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

  /** API Gateway writes access logs with one role for the whole account and region. */
  private allowApisToLog(): void {
    const role = new Role(this, 'ApiLogging', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [
        ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs'),
      ],
    });
    new CfnAccount(this, 'ApiAccount', { cloudWatchRoleArn: role.roleArn });
  }
}
