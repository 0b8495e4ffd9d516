import { OriginSslPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { namesOf } from '../../names';

/** Where the distribution fetches from; each origin carries its name as its id. */
export function marketplaceOrigins(scope: Construct, config: StageConfig) {
  const names = namesOf(config);
  const http = (originId: keyof StageConfig['originHosts'], originPath?: string) =>
    new HttpOrigin(config.originHosts[originId], {
      originId,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      ...(originPath && { originPath }),
    });
  const bucket = (originId: string, bucketName: string) =>
    S3BucketOrigin.withOriginAccessControl(
      Bucket.fromBucketAttributes(scope, `Bucket-${originId}`, {
        bucketName,
        region: config.homeRegion,
      }),
      { originId },
    );
  return {
    shell: http('shell'),
    slices: bucket('slices', names.slicesBucket),
    assets: bucket('assets', names.assetsBucket),
    catalog: http('api-catalog', '/v1'),
    booking: http('api-booking', '/v1'),
    provider: http('api-provider', '/v1'),
    payments: http('api-payments', '/v1'),
  };
}

export type MarketplaceOrigins = ReturnType<typeof marketplaceOrigins>;
