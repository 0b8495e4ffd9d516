import { OriginSslPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, OriginGroup, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { EDGE_REGION } from '../../../config';
import { namesOf } from '../../names';

/** Where the distribution fetches from; each origin carries its name as its id. */
export function marketplaceOrigins(scope: Construct, config: StageConfig) {
  const names = namesOf(config);
  const http = (
    host: keyof StageConfig['originHosts'],
    originPath?: string,
    originId: string = host,
  ) =>
    new HttpOrigin(config.originHosts[host], {
      originId,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      ...(originPath && { originPath }),
    });
  /** An API whose reads another region answers when home does not; writes are never tried twice. */
  const readable = (host: 'api-catalog' | 'api-booking') => {
    const [replica] = config.replicas;
    const home = http(host, '/v1');
    if (!replica) return home;
    return new OriginGroup({
      primaryOrigin: home,
      fallbackOrigin: new HttpOrigin(replica.originHosts[host], {
        originId: `${host}-${replica.region}`,
        originPath: '/v1',
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      }),
      fallbackStatusCodes: [500, 502, 503, 504],
    });
  };
  const bucket = (originId: string, bucketName: string) =>
    S3BucketOrigin.withOriginAccessControl(
      Bucket.fromBucketAttributes(scope, `Bucket-${originId}`, {
        bucketName,
        region: config.homeRegion,
      }),
      { originId },
    );
  const snapshots = (originId: string) =>
    S3BucketOrigin.withOriginAccessControl(
      Bucket.fromBucketAttributes(scope, `Bucket-${originId}`, {
        bucketName: names.snapshotsBucket,
        region: EDGE_REGION,
      }),
      { originId, customHeaders: { 'x-snapshot-sources': snapshotSources(config) } },
    );
  return {
    shell: http('shell'),
    /** Public pages: when the shell cannot be had, an edge function answers in the second one's name. */
    pages: new OriginGroup({
      primaryOrigin: http('shell', undefined, 'shell-pages'),
      fallbackOrigin: snapshots('out-of-reach'),
      fallbackStatusCodes: [502, 503, 504],
    }),
    /** Never asked: the fragments' function answers, and learns from its headers where to read. */
    fragments: snapshots('fragments'),
    slices: bucket('slices', names.slicesBucket),
    assets: bucket('assets', names.assetsBucket),
    catalog: readable('api-catalog'),
    booking: readable('api-booking'),
    provider: http('api-provider', '/v1'),
    payments: http('api-payments', '/v1'),
  };
}

/** `region=url`: what the fragments' function knows in place of an environment. */
function snapshotSources(config: StageConfig): string {
  const bucket = namesOf(config).snapshotsBucket;
  const simulated = config.uploadOrigin && `${config.uploadOrigin}/${bucket}`;
  return `${EDGE_REGION}=${simulated ?? `https://${bucket}.s3.${EDGE_REGION}.amazonaws.com`}`;
}

export type MarketplaceOrigins = ReturnType<typeof marketplaceOrigins>;
