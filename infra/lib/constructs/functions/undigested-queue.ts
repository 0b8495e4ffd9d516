import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { namesOf } from '../../names';
import type { ServiceFunctionProps } from '../service-function';

/** Where what a function gave up is kept for two weeks. */
export function undigestedQueue(
  scope: Construct,
  { platform, name }: Pick<ServiceFunctionProps, 'platform' | 'name'>,
): Queue {
  return new Queue(scope, 'Undigested', {
    queueName: namesOf(platform.config).undigested(name),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}
