import { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Alias,
  Architecture,
  Code,
  Function as LambdaFunction,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type Artifacts, serviceBundle } from '../artifacts';
import { namesOf } from '../names';
import type { Platform } from './platform';
import { StageLogGroup } from './stage-log-group';

/** What a function needs of what it stands on; in the shared stack itself, less than the whole. */
type FunctionPlatform = Pick<Platform, 'config' | 'environment' | 'key'>;

export interface ServiceFunctionProps {
  /** Folder of the bundle, and the function's name behind the stage's prefix. */
  name: string;
  description: string;
  platform: FunctionPlatform;
  artifacts: Artifacts;
  memoryMb: number;
  timeoutSeconds: number;
}

/** A bundle as a function that only its alias `live` is called by, with a role of its own. */
export class ServiceFunction extends Construct {
  readonly fn: LambdaFunction;
  readonly live: Alias;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id);
    const { platform } = props;
    const { config, environment } = platform;
    const functionName = namesOf(config).function(props.name);
    const logGroup = new StageLogGroup(this, 'Logs', {
      logGroupName: `/aws/lambda/${functionName}`,
      config,
      encryptionKey: platform.key('telemetry'),
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${functionName} may do`,
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    this.fn = new LambdaFunction(this, 'Function', {
      functionName,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(serviceBundle(props.artifacts, props.name)),
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
      environmentEncryption: platform.key('secrets'),
      tracing: Tracing.ACTIVE,
      logGroup,
      role,
    });
    this.live = this.fn.addAlias('live');
  }
}
