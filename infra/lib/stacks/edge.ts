import { Stack, type StackProps } from 'aws-cdk-lib';
import { type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';
import type { Artifacts } from '../artifacts';
import { MarketplaceDistribution } from '../constructs/edge/marketplace-distribution';
import { ViewerFunctions } from '../constructs/edge/viewer-functions';
import { PrivateBucket } from '../constructs/private-bucket';
import { namesOf } from '../names';
import { publishParameters } from '../parameters';

export interface EdgeStackProps extends StackProps {
  config: StageConfig;
  artifacts: Artifacts;
}

/** Everything that CloudFront wants in us-east-1. */
export class EdgeStack extends Stack {
  constructor(scope: Construct, id: string, props: EdgeStackProps) {
    super(scope, id, props);
    const { config, artifacts } = props;
    const viewerFunctions = new ViewerFunctions(this, 'Viewer', { config, artifacts });
    const logs = new PrivateBucket(this, 'Logs', {
      bucketName: namesOf(config).edgeLogsBucket,
      protectData: config.protectData,
      oldVersionRetentionDays: config.oldVersionRetentionDays,
      expireAfterDays: config.logRetentionDays,
      // CloudFront delivers its logs by access control list.
      objectOwnership: ObjectOwnership.BUCKET_OWNER_PREFERRED,
    });
    new PrivateBucket(this, 'Snapshots', {
      bucketName: namesOf(config).snapshotsBucket,
      protectData: false,
      oldVersionRetentionDays: 1,
      accessLogs: logs as IBucket,
    });
    const { distribution } = new MarketplaceDistribution(this, 'Marketplace', {
      config,
      artifacts,
      viewerFunctions,
      logs: logs as IBucket,
    });
    publishParameters(this, config.stage, {
      'edge/releases-kvs-arn': viewerFunctions.releases.keyValueStoreArn,
      'edge/distribution-id': distribution.distributionId,
      'edge/distribution-host': distribution.distributionDomainName,
    });
  }
}
