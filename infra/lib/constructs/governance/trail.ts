import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Trail } from 'aws-cdk-lib/aws-cloudtrail';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { CustomerKey } from '../data/customer-key';
import { StageLogGroup } from '../stage-log-group';

/** Who did what in the account, in every region, with proof that nobody changed it afterwards. */
export class AccountTrail extends Construct {
  constructor(scope: Construct, id: string, props: { config: StageConfig; records: IBucket }) {
    super(scope, id);
    const { config, records } = props;
    const name = `marketplace-${config.stage}`;
    const key = new CustomerKey(this, 'Key', {
      alias: `${name}-trail`,
      pendingWindow: Duration.days(30),
      removalPolicy: config.protectData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    key.encryptLogs(config.account);
    const logGroup = new StageLogGroup(this, 'Logs', {
      logGroupName: `/aws/cloudtrail/${name}`,
      config,
      encryptionKey: key,
    });
    new Trail(this, 'Trail', {
      trailName: name,
      bucket: records,
      s3KeyPrefix: 'trail',
      encryptionKey: key,
      enableFileValidation: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      sendToCloudWatchLogs: true,
      cloudWatchLogGroup: logGroup,
    });
  }
}
