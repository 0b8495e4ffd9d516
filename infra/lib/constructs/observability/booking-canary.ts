import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Canary, Code, Runtime, Schedule, Test } from 'aws-cdk-lib/aws-synthetics';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { namesOf } from '../../names';
import { readParameter } from '../../parameters';
import { PrivateBucket } from '../private-bucket';
import { StageLogGroup } from '../stage-log-group';

const SCRIPT = join(import.meta.dirname, '../../../canary/booking-journey.cjs');

/** Walks the booking journey from outside, day and night, up to the moment of paying. */
export class BookingCanary extends Construct {
  readonly canary: Canary;

  constructor(scope: Construct, id: string, props: { config: StageConfig; everyMinutes: number }) {
    super(scope, id);
    const { config, everyMinutes } = props;
    const results = new PrivateBucket(this, 'Results', {
      bucketName: namesOf(config).canaryBucket,
      protectData: false,
      oldVersionRetentionDays: 1,
      expireAfterDays: config.logRetentionDays,
    });
    this.canary = new Canary(this, 'Journey', {
      canaryName: `mkt-${config.stage}-booking`,
      runtime: Runtime.SYNTHETICS_NODEJS_PUPPETEER_13_0,
      test: Test.custom({
        code: Code.fromInline(readFileSync(SCRIPT, 'utf8')),
        handler: 'index.handler',
      }),
      schedule: Schedule.rate(Duration.minutes(everyMinutes)),
      environmentVariables: { PUBLIC_ORIGIN: config.publicOrigin },
      artifactsBucketLocation: { bucket: results as IBucket },
      role: this.#role(results),
      timeout: Duration.minutes(1),
      activeTracing: true,
      startAfterCreation: true,
    });
    this.#keepLogs(config);
  }

  /** Synthetics names its function after the canary; it may not make the group itself, which would last for ever. */
  #keepLogs(config: StageConfig): void {
    const { canaryId, canaryName } = this.canary;
    new StageLogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/cwsyn-${canaryName}-${canaryId}`,
      config,
      encryptionKey: Key.fromKeyArn(
        this,
        'Key',
        readParameter(this, config.stage, 'keys/telemetry-arn'),
      ),
    });
  }

  #role(results: PrivateBucket): Role {
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: 'What the canary of the booking journey may do',
    });
    const allow = (actions: string[], resource: string, conditions?: Record<string, unknown>) =>
      role.addToPolicy(
        new PolicyStatement({ actions, resources: [resource], ...(conditions && { conditions }) }),
      );
    allow(['s3:PutObject'], results.arnForObjects('*'));
    allow(['s3:GetBucketLocation'], results.bucketArn);
    allow(
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Stack.of(this).formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: '/aws/lambda/cwsyn-*',
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    allow(['cloudwatch:PutMetricData'], '*', {
      StringEquals: { 'cloudwatch:namespace': 'CloudWatchSynthetics' },
    });
    allow(['s3:ListAllMyBuckets'], '*');
    allow(['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], '*');
    return role;
  }
}
