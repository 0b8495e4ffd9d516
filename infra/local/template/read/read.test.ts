import { afterEach, describe, expect, it } from 'vitest';
import { loadAssembly } from '../assembly';
import type { RawResource } from '../stack';
import { anAssembly, assetCode, type FixtureAssembly } from '../testing';
import { readEventSources } from './event-sources';
import { readFunctions } from './functions';
import { readRestApis } from './rest-apis';
import { readSchedules } from './schedules';
import { readSecrets } from './secrets';
import { readHostedApps, readQueues } from './stores';
import { readTables } from './tables';

const made: FixtureAssembly[] = [];
afterEach(() => {
  for (const fixture of made.splice(0)) fixture.remove();
});

function load(resources: Record<string, RawResource>) {
  const fixture = anAssembly({ Main: { Resources: resources } }, { code: {} });
  made.push(fixture);
  return loadAssembly(fixture.dir);
}

const processor: RawResource = {
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: 'processor',
    Handler: 'index.handler',
    Code: assetCode('code'),
    Timeout: 30,
    MemorySize: 512,
    ReservedConcurrentExecutions: 2,
    Environment: { Variables: { QUEUE: { Ref: 'Dlq' }, LIMIT: 5 } },
  },
};
const live: RawResource = {
  Type: 'AWS::Lambda::Alias',
  Properties: { FunctionName: { Ref: 'Processor' }, Name: 'live' },
};
const dlq: RawResource = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'dead' } };
const dlqArn = 'arn:aws:sqs:eu-west-1:111111111111:dead';
const processorArn = 'arn:aws:lambda:eu-west-1:111111111111:function:processor';

describe('readTables', () => {
  it('gives keys, indexes, stream and TTL of a global table', () => {
    const key = [{ AttributeName: 'PK', KeyType: 'HASH' }];
    const index = { IndexName: 'GSI1', KeySchema: key, Projection: { ProjectionType: 'ALL' } };
    const assembly = load({
      Table: {
        Type: 'AWS::DynamoDB::GlobalTable',
        Properties: {
          TableName: 'T',
          AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
          KeySchema: key,
          GlobalSecondaryIndexes: [{ ...index, WriteOnDemandThroughputSettings: {} }],
          StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
          TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
        },
      },
    });
    expect(readTables(assembly)).toEqual([
      {
        name: 'T',
        arn: 'arn:aws:dynamodb:eu-west-1:111111111111:table/T',
        attributes: [{ AttributeName: 'PK', AttributeType: 'S' }],
        keys: key,
        indexes: [index],
        streamViewType: 'NEW_AND_OLD_IMAGES',
        ttlAttribute: 'expires',
      },
    ]);
  });
});

describe('readFunctions', () => {
  it('gives limits, environment as text, aliases and what happens to failed events', () => {
    const assembly = load({
      Processor: processor,
      Live: live,
      Dlq: dlq,
      Async: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: {
          FunctionName: { Ref: 'Processor' },
          Qualifier: 'live',
          MaximumRetryAttempts: 1,
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dlq', 'Arn'] } } },
        },
      },
    });
    expect(readFunctions(assembly)[0]).toMatchObject({
      name: 'processor',
      timeoutSeconds: 30,
      memoryMb: 512,
      reservedConcurrency: 2,
      environment: { LIMIT: '5', QUEUE: 'https://sqs.eu-west-1.amazonaws.com/111111111111/dead' },
      aliases: ['live'],
      async: { maxRetries: 1, onFailureArn: dlqArn },
    });
    expect(readQueues(assembly)[0]).toMatchObject({ name: 'dead', arn: dlqArn });
  });
});

describe('readEventSources', () => {
  it('gives batch, filters, retries, destination and the table of the stream', () => {
    const assembly = load({
      Processor: processor,
      Live: live,
      Dlq: dlq,
      Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'T' } },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: {
          EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
          FunctionName: { Ref: 'Live' },
          BatchSize: 25,
          MaximumRetryAttempts: 5,
          BisectBatchOnFunctionError: true,
          StartingPosition: 'TRIM_HORIZON',
          FunctionResponseTypes: ['ReportBatchItemFailures'],
          FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
          DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Dlq', 'Arn'] } } },
        },
      },
    });
    expect(readEventSources(assembly)).toEqual([
      {
        id: 'Main-Mapping',
        sourceArn: 'arn:aws:dynamodb:eu-west-1:111111111111:table/T/stream/local',
        tableName: 'T',
        functionArn: `${processorArn}:live`,
        enabled: true,
        batchSize: 25,
        windowSeconds: 0,
        startingPosition: 'TRIM_HORIZON',
        filters: [{ eventName: ['INSERT'] }],
        bisectOnError: true,
        maxRetries: 5,
        reportsItemFailures: true,
        onFailureArn: dlqArn,
      },
    ]);
  });
});

describe('readRestApis', () => {
  const api = (properties: Record<string, unknown>): Record<string, RawResource> => ({
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Name: 'catalog', ...properties } },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: {
        RestApiId: { Ref: 'Api' },
        StageName: 'v1',
        MethodSettings: [
          { ResourcePath: '/*', HttpMethod: '*', ThrottlingRateLimit: 5, ThrottlingBurstLimit: 9 },
          { ResourcePath: '/*', HttpMethod: '*', LoggingLevel: 'INFO' },
        ],
      },
    },
  });

  /** A usage plan for the stage, with a key that may be used and one that may not. */
  const plan = (Quota: object): Record<string, RawResource> => ({
    Plan: {
      Type: 'AWS::ApiGateway::UsagePlan',
      Properties: {
        ApiStages: [{ ApiId: { Ref: 'Api' }, Stage: { Ref: 'Stage' } }],
        Throttle: { RateLimit: 3, BurstLimit: 4 },
        Quota,
      },
    },
    ...Object.fromEntries(
      [true, false].flatMap((Enabled) => [
        [
          `Key${Enabled}`,
          { Type: 'AWS::ApiGateway::ApiKey', Properties: { Name: `is ${Enabled}`, Enabled } },
        ],
        [
          `Member${Enabled}`,
          {
            Type: 'AWS::ApiGateway::UsagePlanKey',
            Properties: { KeyId: { Ref: `Key${Enabled}` }, UsagePlanId: { Ref: 'Plan' } },
          },
        ],
      ]),
    ),
  });

  it('gives the keys of a stage, with what their plan allows', () => {
    const given = { ...api({ Body: {} }), ...plan({ Limit: 50, Period: 'DAY' }) };
    expect(readRestApis(load(given))[0]?.stages[0]?.keys).toEqual([
      { value: 'is true', throttle: { ratePerSecond: 3, burst: 4 }, requestsPerDay: 50 },
    ]);
  });

  it('says so when a quota is not of a day', () => {
    const given = { ...api({ Body: {} }), ...plan({ Limit: 50, Period: 'MONTH' }) };
    expect(() => readRestApis(load(given))).toThrow('Stack Main, resource Plan: ');
  });

  it('gives stages with their throttling and the resolved body', () => {
    const body = { info: { title: { Ref: 'AWS::StackName' } } };
    expect(readRestApis(load(api({ Body: body })))).toEqual([
      {
        id: 'catalog',
        name: 'catalog',
        region: 'eu-west-1',
        stages: [
          {
            name: 'v1',
            throttles: [{ resourcePath: '/*', httpMethod: '*', ratePerSecond: 5, burst: 9 }],
            keys: [],
          },
        ],
        binaryMediaTypes: [],
        body: { info: { title: 'Main' } },
      },
    ]);
  });

  it('gives from which size on answers are compressed', () => {
    const [read] = readRestApis(load(api({ Body: {}, MinimumCompressionSize: 1024 })));
    expect(read?.minimumCompressionBytes).toBe(1024);
  });

  it('says so when an API has no inline body', () => {
    expect(() => readRestApis(load(api({})))).toThrow('Stack Main, resource Api: ');
  });
});

describe('readSchedules', () => {
  it('gives rules and schedules that invoke a function, and leaves event rules out', () => {
    const assembly = load({
      Processor: processor,
      Rule: {
        Type: 'AWS::Events::Rule',
        Properties: {
          ScheduleExpression: 'rate(1 minute)',
          Targets: [{ Id: 't', Arn: { 'Fn::GetAtt': ['Processor', 'Arn'] } }],
        },
      },
      Schedule: {
        Type: 'AWS::Scheduler::Schedule',
        Properties: {
          ScheduleExpression: 'cron(0 3 * * ? *)',
          ScheduleExpressionTimezone: 'Europe/Dublin',
          State: 'DISABLED',
          Target: { Arn: { 'Fn::GetAtt': ['Processor', 'Arn'] }, Input: '{"a":1}' },
        },
      },
      Pattern: { Type: 'AWS::Events::Rule', Properties: { EventPattern: {} } },
    });
    expect(readSchedules(assembly)).toMatchObject([
      { kind: 'rule', enabled: true, timeZone: 'UTC', targets: [{ functionArn: processorArn }] },
      {
        kind: 'schedule',
        enabled: false,
        timeZone: 'Europe/Dublin',
        targets: [{ input: '{"a":1}' }],
      },
    ]);
  });
});

describe('readSecrets and readHostedApps', () => {
  it('give the rule for generated values and who rotates them, and variables of app and branch', () => {
    const assembly = load({
      Secret: {
        Type: 'AWS::SecretsManager::Secret',
        Properties: { Name: 's', GenerateSecretString: { PasswordLength: 64 } },
      },
      Schedule: {
        Type: 'AWS::SecretsManager::RotationSchedule',
        Properties: {
          SecretId: { Ref: 'Secret' },
          RotationLambdaARN: 'arn:of:the:function',
        },
      },
      App: {
        Type: 'AWS::Amplify::App',
        Properties: { Name: 'shell', EnvironmentVariables: [{ Name: 'A', Value: '1' }] },
      },
      Branch: {
        Type: 'AWS::Amplify::Branch',
        Properties: {
          AppId: { 'Fn::GetAtt': ['App', 'AppId'] },
          EnvironmentVariables: [{ Name: 'B', Value: '2' }],
        },
      },
    });
    expect(readSecrets(assembly)[0]).toMatchObject({
      generate: { length: 64, excludePunctuation: false },
      rotatedBy: 'arn:of:the:function',
    });
    expect(readHostedApps(assembly)[0]?.environment).toEqual({ A: '1', B: '2' });
  });
});
