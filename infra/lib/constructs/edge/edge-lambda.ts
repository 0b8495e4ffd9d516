import { Duration, Stack } from 'aws-cdk-lib';
import { CompositePrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  Runtime,
  type Version,
} from 'aws-cdk-lib/aws-lambda';
import { USE_CDK_MANAGED_LAMBDA_LOGGROUP } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { type Artifacts, edgeBundle } from '../../artifacts';
import { namesOf } from '../../names';
import { StageLogGroup } from '../stage-log-group';

/**
 * A Lambda@Edge function within what every edge location allows: us-east-1, x86, 128 MB, 5 s, no
 * environment, no log settings of its own, used by its numbered version.
 */
export class EdgeLambda extends Construct {
  readonly version: Version;
  readonly role: Role;

  constructor(
    scope: Construct,
    id: string,
    props: { name: string; description: string; config: StageConfig; artifacts: Artifacts },
  ) {
    super(scope, id);
    this.node.setContext(USE_CDK_MANAGED_LAMBDA_LOGGROUP, false);
    const names = namesOf(props.config);
    const functionName = names.function(props.name);
    const edgeLogs = names.edgeLogs(props.name);
    this.role = this.#role(functionName, edgeLogs);
    const fn = new LambdaFunction(this, 'Function', {
      functionName,
      description: props.description,
      runtime: Runtime.NODEJS_22_X,
      architecture: Architecture.X86_64,
      memorySize: 128,
      timeout: Duration.seconds(5),
      handler: 'index.handler',
      code: Code.fromAsset(edgeBundle(props.artifacts, props.name)),
      role: this.role,
    });
    // Of what ran in us-east-1; the other regions' groups are a stack each.
    new StageLogGroup(this, 'Logs', {
      logGroupName: edgeLogs,
      config: props.config,
    });
    this.version = fn.currentVersion;
  }

  #role(functionName: string, edgeLogs: string): Role {
    const { partition, account } = Stack.of(this);
    const role = new Role(this, 'Role', {
      assumedBy: new CompositePrincipal(
        new ServicePrincipal('lambda.amazonaws.com'),
        new ServicePrincipal('edgelambda.amazonaws.com'),
      ),
      description: `What ${functionName} may do`,
    });
    const logGroup = `arn:${partition}:logs:*:${account}:log-group:${edgeLogs}`;
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [`${logGroup}:*`],
      }),
    );
    return role;
  }
}
