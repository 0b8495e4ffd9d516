import { SLICES } from '@marketplace/services/domain/releases';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ALARM_PREFIX, alarmName, WATCHED } from '../../../release/watch/rules';
import type { Artifacts } from '../../artifacts';
import { namesOf, SLICE_PREFIXES } from '../../names';
import type { Platform } from '../platform';
import { ServiceFunction } from '../service-function';

const NAME = 'release-guard';

/** Ends a canary when one of the alarms that were made with it goes off. */
export class ReleaseGuard extends Construct {
  constructor(scope: Construct, id: string, props: { platform: Platform; artifacts: Artifacts }) {
    super(scope, id);
    const { platform, artifacts } = props;
    const { config } = platform;
    const undigested = new Queue(this, 'Undigested', {
      queueName: namesOf(config).undigested(NAME),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const { fn, live } = new ServiceFunction(this, 'Guard', {
      name: NAME,
      description: 'Gives everybody the live release when its canary is worse',
      memoryMb: 512,
      timeoutSeconds: 30,
      platform,
      artifacts: { ...artifacts, services: artifacts.releases },
    });
    fn.addEnvironment('SLICES_BUCKET_NAME', namesOf(config).slicesBucket);
    fn.addEnvironment('RELEASES_KVS_ARN', config.releasesKvsArn);
    for (const statement of this.#rights(platform)) fn.addToRolePolicy(statement);
    live.configureAsyncInvoke({
      retryAttempts: 2,
      onFailure: new SqsDestination(undigested as IQueue),
    });
    new Rule(this, 'WorseCanary', {
      description: 'Alarms of canaries',
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        detail: { alarmName: [{ prefix: ALARM_PREFIX }], state: { value: ['ALARM'] } },
      },
      targets: [new FunctionTarget(live as IFunction)],
    });
  }

  #rights({ config }: Platform): PolicyStatement[] {
    const stack = Stack.of(this);
    const alarms = SLICES.flatMap((slice) => WATCHED.map((watched) => alarmName(slice, watched)));
    const bucketArn = `arn:${stack.partition}:s3:::${namesOf(config).slicesBucket}`;
    const grants: [actions: string[], resources: string[]][] = [
      [
        [
          'cloudfront-keyvaluestore:DescribeKeyValueStore',
          'cloudfront-keyvaluestore:GetKey',
          'cloudfront-keyvaluestore:PutKey',
        ],
        [config.releasesKvsArn],
      ],
      [['s3:PutObject'], [`${bucketArn}/${SLICE_PREFIXES.history}*`]],
      [
        ['cloudwatch:DeleteAlarms'],
        alarms.map((resourceName) =>
          stack.formatArn({
            service: 'cloudwatch',
            resource: 'alarm',
            resourceName,
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        ),
      ],
    ];
    return grants.map(([actions, resources]) => new PolicyStatement({ actions, resources }));
  }
}
