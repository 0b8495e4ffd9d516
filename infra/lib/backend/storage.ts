import type { IKey } from 'aws-cdk-lib/aws-kms';
import { HttpMethods, type IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import { keyAliasArn } from '../constructs/data/data-keys';
import { PrivateBucket } from '../constructs/private-bucket';
import { ASSET_PREFIXES, namesOf, SLICE_PREFIXES } from '../names';

/** Uploads and snapshots, the slices' releases, and who asked for what. */
export function addStorage(scope: Construct, config: StageConfig, filesKey: IKey) {
  const names = namesOf(config);
  const common = {
    protectData: config.protectData,
    oldVersionRetentionDays: config.oldVersionRetentionDays,
  };
  // The library's class misses its own interface under exactOptionalPropertyTypes.
  const accessLogs = new PrivateBucket(scope, 'AccessLogs', {
    ...common,
    bucketName: names.logsBucket,
    expireAfterDays: config.logRetentionDays,
  }) as IBucket;
  const assets = new PrivateBucket(scope, 'Assets', {
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
  const slices = new PrivateBucket(scope, 'Slices', {
    ...common,
    bucketName: names.slicesBucket,
    accessLogs,
  });
  slices.readableByDistribution(SLICE_PREFIXES.browser, config.distributionId);
  return { assets };
}
