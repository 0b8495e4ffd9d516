import { join } from 'node:path';
import { Duration, Fn } from 'aws-cdk-lib';
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  type Alias,
  Architecture,
  Code,
  Function as LambdaFunction,
  LayerVersion,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { StageConfig } from '../../../config';
import { type Artifacts, shellBundle } from '../../artifacts';
import { namesOf } from '../../names';
import { Platform } from '../platform';
import { StageLogGroup } from '../stage-log-group';
import { grantShellServer, shellEnvironment } from './shell-server';
import type { SliceHosting } from './slice-hosting';

const ADAPTER = join(import.meta.dirname, '../../../hosting-adapter');

/** The shell's standalone server in a function of ours, behind an HTTP API whose only route is all of them. */
export class LambdaHosting extends Construct implements SliceHosting {
  readonly appId: string;
  readonly host: string;
  readonly #config: StageConfig;
  readonly #platform: Platform;

  constructor(scope: Construct, id: string, props: { config: StageConfig; artifacts: Artifacts }) {
    super(scope, id);
    this.#config = props.config;
    this.#platform = new Platform(this, 'Platform', props.config);
    const live = this.#server(props.artifacts).addAlias('live');
    const api = this.#api(live);
    this.appId = api.ref;
    // `https://<host>` without its scheme.
    this.host = Fn.select(2, Fn.split('/', api.attrApiEndpoint));
  }

  #server(artifacts: Artifacts): LambdaFunction {
    const functionName = namesOf(this.#config).function('shell');
    const logGroup = this.#logGroup('Logs', `/aws/lambda/${functionName}`);
    const role = new Role(this, 'ComputeRole', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: "What the shell's server may do",
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    grantShellServer(role, this.#config);
    const adapter = new LayerVersion(this, 'Adapter', {
      code: Code.fromAsset(ADAPTER, { exclude: ['*.test.ts', '*.d.mts'] }),
      description: 'Passes events on to a server that listens',
    });
    return new LambdaFunction(this, 'Server', {
      functionName,
      description: 'Renders pages',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: '/opt/adapter.handler',
      layers: [adapter],
      code: Code.fromAsset(shellBundle(artifacts)),
      memorySize: 1769,
      timeout: Duration.seconds(25),
      environment: {
        ...shellEnvironment(this, this.#config),
        SERVER_FILE: '/var/task/shell/server.js',
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
      },
      environmentEncryption: this.#platform.key('secrets'),
      tracing: Tracing.ACTIVE,
      logGroup,
      role,
    });
  }

  #api(live: Alias): CfnApi {
    const api = new CfnApi(this, 'Api', {
      name: namesOf(this.#config).function('shell'),
      protocolType: 'HTTP',
    });
    const integration = new CfnIntegration(this, 'ToServer', {
      apiId: api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: live.functionArn,
      payloadFormatVersion: '2.0',
    });
    new CfnRoute(this, 'Everything', {
      apiId: api.ref,
      routeKey: '$default',
      authorizationType: 'NONE',
      target: `integrations/${integration.ref}`,
    });
    new CfnStage(this, 'Stage', {
      apiId: api.ref,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: {
        destinationArn: this.#logGroup('AccessLogs', '/aws/apigateway/shell').logGroupArn,
        format: JSON.stringify({
          requestId: '$context.requestId',
          path: '$context.path',
          status: '$context.status',
          latencyMs: '$context.responseLatency',
          bytes: '$context.responseLength',
        }),
      },
      defaultRouteSettings: {
        throttlingRateLimit: this.#config.apiThrottle.ratePerSecond,
        throttlingBurstLimit: this.#config.apiThrottle.burst,
      },
    });
    live.addPermission('CalledByApi', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Fn.sub(
        'arn:$' +
          '{AWS::Partition}:execute-api:$' +
          '{AWS::Region}:$' +
          '{AWS::AccountId}:$' +
          '{Id}/*',
        { Id: api.ref },
      ),
    });
    return api;
  }

  #logGroup(id: string, logGroupName: string): StageLogGroup {
    return new StageLogGroup(this, id, {
      logGroupName,
      config: this.#config,
      encryptionKey: this.#platform.key('telemetry'),
    });
  }
}
