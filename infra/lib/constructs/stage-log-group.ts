import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, type LogGroupProps } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { StageConfig } from '../../config';

export interface StageLogGroupProps extends Pick<LogGroupProps, 'encryptionKey'> {
  logGroupName: string;
  config: StageConfig;
}

/** A log group that is emptied after the days of its stage, and goes with its stack. */
export class StageLogGroup extends LogGroup {
  constructor(scope: Construct, id: string, { config, ...group }: StageLogGroupProps) {
    super(scope, id, {
      ...group,
      retention: config.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
