import { Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Operations, StageConfig } from '../../../config';
import { EDGE_RULES, HOME_RULES, RegionWatch } from '../../constructs/governance/region-watch';
import { Spending } from '../../constructs/governance/spending';
import { AccountTrail } from '../../constructs/governance/trail';
import { AlarmTopic } from '../../constructs/observability/alarm-topic';
import { EdgeAlarms } from '../../constructs/observability/edge-alarms';
import { PrivateBucket } from '../../constructs/private-bucket';
import { namesOf } from '../../names';

export interface GovernanceStackProps extends StackProps {
  config: StageConfig;
  operations: Operations;
}

/** What looks over our shoulder in the region of the data, and the record of who did what. */
export class HomeGovernanceStack extends Stack {
  constructor(scope: Construct, id: string, props: GovernanceStackProps) {
    super(scope, id, props);
    const { config } = props;
    const records = recordsBucket(this, config, namesOf(config).recordsBucket);
    new RegionWatch(this, 'Watch', { records, rules: HOME_RULES, recordsGlobalResources: true });
    new AccountTrail(this, 'Trail', { config, records });
  }
}

/** Money, and what AWS reports in us-east-1 only. */
export class GovernanceStack extends Stack {
  constructor(scope: Construct, id: string, props: GovernanceStackProps) {
    super(scope, id, props);
    const { config, operations } = props;
    const name = `marketplace-${config.stage}`;
    const { operations: email } = config.mail;
    const topic = new AlarmTopic(this, 'Alarms', { name, email });
    new Spending(this, 'Spending', { name, email, topic, ...operations });
    new EdgeAlarms(this, 'Edge', { config, topic });
    const records = recordsBucket(this, config, namesOf(config).edgeRecordsBucket);
    new RegionWatch(this, 'Watch', { records, rules: EDGE_RULES, recordsGlobalResources: false });
  }
}

/** Keeps what Config and CloudTrail write. */
function recordsBucket(stack: Stack, config: StageConfig, bucketName: string): IBucket {
  const bucket = new PrivateBucket(stack, 'Records', {
    bucketName,
    protectData: config.protectData,
    oldVersionRetentionDays: config.oldVersionRetentionDays,
    expireAfterDays: Math.max(config.logRetentionDays, 90),
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ConfigDeliversRecords',
      principals: [new ServicePrincipal('config.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`config/AWSLogs/${config.account}/*`)],
      conditions: { StringEquals: { 'aws:SourceAccount': config.account } },
    }),
  );
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'ConfigChecksBucket',
      principals: [new ServicePrincipal('config.amazonaws.com')],
      actions: ['s3:GetBucketAcl', 's3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringEquals: { 'aws:SourceAccount': config.account } },
    }),
  );
  // The library's class misses its own interface under exactOptionalPropertyTypes.
  return bucket as IBucket;
}
