import { Rule, type Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ServiceFunction, type ServiceFunctionProps } from '../service-function';
import { undigestedQueue } from './undigested-queue';

/** A function run by the clock. A run that failed is kept for two weeks; the next one makes up for it. */
export class ScheduledFunction extends Construct {
  readonly fn: LambdaFunction;

  constructor(
    scope: Construct,
    id: string,
    props: ServiceFunctionProps & { schedule: Schedule; ruleDescription: string },
  ) {
    super(scope, id);
    const undigested = undigestedQueue(this, props);
    const { fn, live } = new ServiceFunction(this, 'Task', props);
    live.configureAsyncInvoke({
      retryAttempts: 0,
      // The library's classes miss their own interfaces under exactOptionalPropertyTypes.
      onFailure: new SqsDestination(undigested as IQueue),
    });
    new Rule(this, 'Schedule', {
      description: props.ruleDescription,
      schedule: props.schedule,
      targets: [new FunctionTarget(live as IFunction, { retryAttempts: 0 })],
    });
    this.fn = fn;
  }
}
