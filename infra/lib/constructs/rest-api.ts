import { Size, Stack } from 'aws-cdk-lib';
import {
  AccessLogFormat,
  ApiDefinition,
  EndpointType,
  LogGroupLogDestination,
  MethodLoggingLevel,
  SpecRestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Alias } from 'aws-cdk-lib/aws-lambda';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { readParameter } from '../parameters';
import { forApiGateway, mapValues, type OpenApiDocument } from './openapi';
import type { Platform } from './platform';
import { StageLogGroup } from './stage-log-group';

const STAGE_NAME = 'v1';
/** Below this an answer fits in one packet with its head, compressed or not. Above it CloudFront would not: nothing is cached. */
const MIN_COMPRESSION_SIZE = Size.bytes(1024);

export interface ServiceApiProps {
  /** Of the API itself. */
  name: string;
  /** The service whose contract it speaks. */
  service: string;
  document: OpenApiDocument;
  handler: Alias;
  /** Operations, by id, that are not the handler's. */
  answeredBy: Readonly<Record<string, Alias>>;
  /** Whether it answers only to who has a key. */
  needsKey?: boolean;
  platform: Platform;
}

/** A REST API made from the service's OpenAPI document: validated, throttled, logged, traced. */
export class ServiceApi extends Construct {
  /** Host of the API, without the stage's path. */
  readonly host: string;
  /** Base URL including the stage. */
  readonly url: string;
  readonly api: SpecRestApi;

  constructor(scope: Construct, id: string, props: ServiceApiProps) {
    super(scope, id);
    const { answeredBy, handler, name, needsKey = false, platform, service } = props;
    const { config } = platform;
    const { region, partition, urlSuffix } = Stack.of(this);
    const logGroup = (id: string, logGroupName: string) =>
      new StageLogGroup(this, id, {
        logGroupName,
        config,
        encryptionKey: platform.key('telemetry'),
      });
    const accessLogs = logGroup(
      'AccessLogs',
      `/aws/apigateway/marketplace-${config.stage}-${name}`,
    );
    const integrationUri = ({ functionArn }: Alias) =>
      `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`;
    const api = new SpecRestApi(this, 'Api', {
      restApiName: name,
      apiDefinition: ApiDefinition.fromInline(
        forApiGateway(props.document, {
          documentPath: `/api/${service}/openapi.json`,
          integrationUri: integrationUri(handler),
          answeredBy: mapValues(answeredBy, integrationUri),
          needsKey,
        }),
      ),
      minCompressionSize: MIN_COMPRESSION_SIZE,
      endpointTypes: [EndpointType.REGIONAL],
      cloudWatchRole: false,
      deployOptions: {
        stageName: STAGE_NAME,
        throttlingRateLimit: config.apiThrottle.ratePerSecond,
        throttlingBurstLimit: config.apiThrottle.burst,
        metricsEnabled: true,
        tracingEnabled: true,
        loggingLevel: MethodLoggingLevel.ERROR,
        accessLogDestination: new LogGroupLogDestination(accessLogs),
        accessLogFormat: AccessLogFormat.jsonWithStandardFields(),
      },
    });
    // Where API Gateway says what failed: it would make the group itself, and keep it for ever.
    const executionLogs = `API-Gateway-Execution-Logs_${api.restApiId}/${STAGE_NAME}`;
    api.deploymentStage.node.addDependency(logGroup('ExecutionLogs', executionLogs));
    for (const called of [handler, ...Object.values(answeredBy)]) {
      called.addPermission(needsKey ? 'CalledByPartners' : 'CalledByApi', {
        principal: new ServicePrincipal('apigateway.amazonaws.com'),
        sourceArn: api.arnForExecuteApi('*', '/*', STAGE_NAME),
      });
    }
    new CfnWebACLAssociation(this, 'Firewall', {
      resourceArn: api.deploymentStage.stageArn,
      webAclArn: readParameter(this, config.stage, 'api-firewall-arn'),
    });
    this.api = api;
    this.host = `${api.restApiId}.execute-api.${region}.${urlSuffix}`;
    this.url = `https://${this.host}/${STAGE_NAME}`;
  }
}
