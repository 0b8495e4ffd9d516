import { Aws } from 'aws-cdk-lib';
import { CfnAnalyzer } from 'aws-cdk-lib/aws-accessanalyzer';
import {
  CfnConfigurationRecorder,
  CfnDeliveryChannel,
  ManagedRule,
  ManagedRuleIdentifiers as Rules,
} from 'aws-cdk-lib/aws-config';
import { CfnDetector } from 'aws-cdk-lib/aws-guardduty';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { CfnHub, CfnStandard } from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';
import { TAG_KEYS } from '../../tags';

export interface RegionWatchProps {
  /** Where Config keeps what it recorded. */
  records: IBucket;
  rules: readonly string[];
  /** Global resources (IAM) are recorded in one region only. */
  recordsGlobalResources: boolean;
}

/** Rules for the region that holds the data. */
export const HOME_RULES = [
  Rules.S3_BUCKET_PUBLIC_READ_PROHIBITED,
  Rules.S3_BUCKET_PUBLIC_WRITE_PROHIBITED,
  Rules.S3_BUCKET_SSL_REQUESTS_ONLY,
  Rules.S3_BUCKET_VERSIONING_ENABLED,
  Rules.DYNAMODB_PITR_ENABLED,
  Rules.DYNAMODB_TABLE_ENCRYPTED_KMS,
  Rules.LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED,
  Rules.API_GW_EXECUTION_LOGGING_ENABLED,
  Rules.CMK_BACKING_KEY_ROTATION_ENABLED,
  Rules.CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED,
  Rules.GUARDDUTY_ENABLED_CENTRALIZED,
  Rules.IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS,
  Rules.IAM_ROOT_ACCESS_KEY_CHECK,
  Rules.ROOT_ACCOUNT_MFA_ENABLED,
  Rules.MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS,
  Rules.ACCESS_KEYS_ROTATED,
] as const;

/** Rules for the region of the distribution. */
export const EDGE_RULES = [
  Rules.CLOUDFRONT_VIEWER_POLICY_HTTPS,
  Rules.S3_BUCKET_PUBLIC_READ_PROHIBITED,
  Rules.S3_BUCKET_SSL_REQUESTS_ONLY,
  Rules.LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED,
] as const;

/** What looks over our shoulder in one region: threats, findings, outside access, drift from the rules. */
export class RegionWatch extends Construct {
  constructor(scope: Construct, id: string, props: RegionWatchProps) {
    super(scope, id);
    new CfnDetector(this, 'Threats', {
      enable: true,
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      features: ['S3_DATA_EVENTS', 'LAMBDA_NETWORK_LOGS'].map((name) => ({
        name,
        status: 'ENABLED',
      })),
    });
    const hub = new CfnHub(this, 'Findings', { enableDefaultStandards: false });
    new CfnStandard(this, 'BestPractices', {
      standardsArn: `arn:${Aws.PARTITION}:securityhub:${Aws.REGION}::standards/aws-foundational-security-best-practices/v/1.0.0`,
    }).addResourceDependency(hub);
    new CfnAnalyzer(this, 'OutsideAccess', { type: 'ACCOUNT' });
    this.#record(props);
  }

  #record({ records, rules, recordsGlobalResources }: RegionWatchProps): void {
    const role = new Role(this, 'Recorder', {
      assumedBy: new ServicePrincipal('config.amazonaws.com'),
      description: 'Reads how resources are configured',
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AWS_ConfigRole')],
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['s3:PutObject'],
        resources: [records.arnForObjects(`config/AWSLogs/${Aws.ACCOUNT_ID}/*`)],
      }),
    );
    role.addToPolicy(
      new PolicyStatement({ actions: ['s3:GetBucketAcl'], resources: [records.bucketArn] }),
    );
    const recorder = new CfnConfigurationRecorder(this, 'Configuration', {
      roleArn: role.roleArn,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: recordsGlobalResources },
      recordingMode: { recordingFrequency: 'DAILY' },
    });
    const channel = new CfnDeliveryChannel(this, 'Delivery', {
      s3BucketName: records.bucketName,
      s3KeyPrefix: 'config',
    });
    const all = [
      ...rules.map((identifier) => ({ identifier, inputParameters: undefined })),
      {
        identifier: Rules.REQUIRED_TAGS,
        inputParameters: Object.fromEntries(
          TAG_KEYS.map((key, index) => [`tag${index + 1}Key`, key]),
        ),
      },
    ];
    for (const { identifier, inputParameters } of all) {
      const rule = new ManagedRule(this, identifier, {
        identifier,
        ...(inputParameters && { inputParameters }),
      });
      rule.node.addDependency(recorder, channel);
    }
  }
}
