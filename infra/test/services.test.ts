import { describe, expect, it } from 'vitest';
import { resourcesOf, type SynthesisedStack, synthesise } from './fixtures';

/** A replica region repeats what home has, with fewer rights. */
const stacks = synthesise('prod', undefined, { replicas: [] });
const isEdge = ({ stack }: { stack: SynthesisedStack }) => stack.id === 'Edge';
const functions = resourcesOf(stacks, 'AWS::Lambda::Function').filter((fn) => !isEdge(fn));
const aliases = resourcesOf(stacks, 'AWS::Lambda::Alias');
const nameOf = (fn: { properties: { FunctionName: string } }) => fn.properties.FunctionName;

/** Logical ids of aliases that a value refers to, anywhere inside it. */
function aliasesIn(stack: SynthesisedStack, value: unknown): string[] {
  const text = JSON.stringify(value);
  return aliases
    .filter((alias) => alias.stack.id === stack.id && text.includes(`{"Ref":"${alias.logicalId}"}`))
    .map((alias) => alias.logicalId);
}

const TOLD_ROTATION = ['STAGE'];
/** The pool names its triggers, so they cannot be told of the pool. */
const TOLD_TRIGGERS = [...TOLD_ROTATION, 'DYNAMODB_TABLE_NAME'];
const TOLD_SERVICES = [
  ...TOLD_TRIGGERS,
  'LINK_SECRET_ID',
  'MAIL_FROM',
  'PUBLIC_ORIGIN',
  'S3_BUCKET_NAME',
  'STRIPE_SECRET_ID',
  'USER_POOL_CLIENT_ID',
  'USER_POOL_ID',
];

const rotates = ({ Principal }: { Principal?: unknown }) =>
  Principal === 'secretsmanager.amazonaws.com';

function toldTo(logicalId: string): string[] {
  if (logicalId.startsWith('OverrideKeyRotation')) return TOLD_ROTATION;
  return logicalId.startsWith('IdentityTriggers') ? TOLD_TRIGGERS : TOLD_SERVICES;
}

describe('service functions', () => {
  it('are the bundles that the services build, and the guard of releases', () => {
    expect(functions.map(nameOf).sort()).toEqual([
      'marketplace-prod-booking',
      'marketplace-prod-booking-processor',
      'marketplace-prod-cache-invalidator',
      'marketplace-prod-catalog',
      'marketplace-prod-identity',
      'marketplace-prod-identity-claims',
      'marketplace-prod-identity-confirmed',
      'marketplace-prod-identity-messages',
      'marketplace-prod-identity-migrated',
      'marketplace-prod-key-rotation',
      'marketplace-prod-payments',
      'marketplace-prod-provider',
      'marketplace-prod-reconciler',
      'marketplace-prod-release-guard',
      'marketplace-prod-search-indexer',
      'marketplace-prod-slots',
      'marketplace-prod-sweeper',
    ]);
  });

  it.each(functions.map((fn) => [nameOf(fn), fn] as const))(
    '%s runs on the pinned runtime, traced, with logs that are not kept for ever',
    (name, { stack, properties }) => {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
      });
      const logGroup = stack.resources[properties.LoggingConfig.LogGroup.Ref];
      expect(logGroup?.Properties).toMatchObject({
        LogGroupName: `/aws/lambda/${name}`,
        RetentionInDays: 365,
        KmsKeyId: expect.anything(),
      });
      expect(properties.KmsKeyArn, 'environment').toBeDefined();
    },
  );

  it.each(functions.map((fn) => [nameOf(fn), fn] as const))(
    '%s has an alias live and is told all that the services parse',
    (_name, { stack, logicalId, properties }) => {
      const own = aliases.filter(
        (alias) => alias.stack.id === stack.id && alias.properties.FunctionName.Ref === logicalId,
      );
      expect(own.map((alias) => alias.properties.Name)).toEqual(['live']);
      expect(Object.keys(properties.Environment.Variables)).toEqual(
        expect.arrayContaining(toldTo(logicalId)),
      );
      expect(properties.Environment.Variables).not.toHaveProperty('STRIPE_API_ORIGIN');
    },
  );
});

describe('REST APIs', () => {
  const apis = resourcesOf(stacks, 'AWS::ApiGateway::RestApi');

  it('are one for each HTTP service, regional', () => {
    expect(apis.map(({ properties }) => properties.Name).sort()).toEqual([
      'booking',
      'catalog',
      'payments',
      'provider',
    ]);
    for (const { properties } of apis) {
      expect(properties.EndpointConfiguration.Types).toEqual(['REGIONAL']);
    }
  });

  it.each(apis.map((api) => [api.properties.Name, api] as const))(
    '%s compresses what does not fit in one packet',
    (_name, { properties }) => {
      expect(properties.MinimumCompressionSize).toBe(1024);
    },
  );

  it.each(apis.map((api) => [api.properties.Name, api] as const))(
    '%s sends every operation to the alias, after validation of body and parameters',
    (_name, { stack, properties }) => {
      const body = properties.Body;
      const validator = body['x-amazon-apigateway-request-validator'];
      expect(body['x-amazon-apigateway-request-validators'][validator]).toEqual({
        validateRequestBody: true,
        validateRequestParameters: true,
      });
      const operations = Object.values<Record<string, unknown>>(body.paths).flatMap(Object.values);
      expect(operations.length).toBe(properties.Name === 'booking' ? 4 : 3);
      expect(body.paths).toHaveProperty([`/api/${properties.Name}/openapi.json`, 'get']);
      for (const operation of operations) {
        const integration = operation['x-amazon-apigateway-integration'];
        expect(integration).toMatchObject({ type: 'aws_proxy', httpMethod: 'POST' });
        expect(aliasesIn(stack, integration)).toHaveLength(1);
      }
    },
  );

  it.each(apis.map((api) => [api.properties.Name, api] as const))(
    '%s refuses with problem documents, and says when to come back',
    (_name, { properties }) => {
      const responses: Record<
        string,
        {
          statusCode: string;
          responseParameters: Record<string, string>;
          responseTemplates: Record<string, string>;
        }
      > = properties.Body['x-amazon-apigateway-gateway-responses'];
      for (const [type, response] of Object.entries(responses)) {
        expect(response.responseParameters['gatewayresponse.header.Content-Type'], type).toBe(
          "'application/problem+json'",
        );
        const template = response.responseTemplates['application/json'] ?? '';
        const problem = JSON.parse(template.replace('$context.error.messageString', '"why"'));
        expect(problem, type).toMatchObject({
          type: expect.stringMatching(/^https:.*\/[a-z-]+$/),
          title: expect.any(String),
          status: Number(response.statusCode),
          code: expect.stringMatching(/^[A-Z_]+$/),
        });
        const mustWait = ['429', '503'].includes(response.statusCode);
        expect('gatewayresponse.header.Retry-After' in response.responseParameters).toBe(mustWait);
      }
      expect(responses.MISSING_AUTHENTICATION_TOKEN?.statusCode).toBe('404');
    },
  );

  it('are throttled, logged and traced, and may call only their own alias', () => {
    for (const { properties } of resourcesOf(stacks, 'AWS::ApiGateway::Stage')) {
      expect(properties).toMatchObject({ StageName: 'v1', TracingEnabled: true });
      expect(properties.AccessLogSetting.DestinationArn).toBeDefined();
      expect(properties.MethodSettings[0]).toMatchObject({
        ThrottlingRateLimit: 200,
        ThrottlingBurstLimit: 400,
        DataTraceEnabled: false,
      });
    }
    const permissions = resourcesOf(stacks, 'AWS::Lambda::Permission');
    for (const { stack, properties } of permissions.filter(
      ({ properties }) => !rotates(properties),
    )) {
      expect(aliasesIn(stack, properties.FunctionName)).toHaveLength(1);
      expect(properties.SourceArn).toBeDefined();
    }
  });
});

describe('the key of overrides', () => {
  const [schedule] = resourcesOf(stacks, 'AWS::SecretsManager::RotationSchedule');
  const resourceOf = (value: unknown) =>
    Object.entries(schedule?.stack.resources ?? {}).find(([logicalId]) =>
      JSON.stringify(value).includes(`"${logicalId}"`),
    )?.[1].Properties;

  it('has a successor every month, by a function that only Secrets Manager of this account calls', () => {
    expect(resourceOf(schedule?.properties.SecretId)?.Name).toMatch(/override-signing$/);
    expect(schedule?.properties.RotationRules).toEqual({ AutomaticallyAfterDays: 30 });
    const [permission, ...others] = resourcesOf(stacks, 'AWS::Lambda::Permission').filter(
      ({ properties }) => rotates(properties),
    );
    expect(others).toEqual([]);
    expect(permission?.properties).toMatchObject({
      FunctionName: schedule?.properties.RotationLambdaARN,
      SourceAccount: '111111111111',
    });
  });
});

describe('event sources', () => {
  const mappings = resourcesOf(stacks, 'AWS::Lambda::EventSourceMapping');

  it('feed the aliases, report single failures and keep what cannot be digested', () => {
    expect(mappings.map(({ properties }) => properties.BatchSize).sort()).toEqual([10, 100]);
    for (const { stack, properties } of mappings) {
      expect(aliasesIn(stack, properties.FunctionName)).toHaveLength(1);
      expect(properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 5,
        MaximumBatchingWindowInSeconds: 0,
      });
      expect(properties.FilterCriteria.Filters.length).toBeLessThanOrEqual(5);
      const [queue] = properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'];
      expect(stack.resources[queue]?.Properties.SqsManagedSseEnabled).toBe(true);
    }
  });

  it('run the sweeper every minute, through its alias', () => {
    const rule = resourcesOf(stacks, 'AWS::Events::Rule').find(
      ({ properties }) => properties.Description === 'Runs the sweeper',
    );
    expect(rule?.properties.ScheduleExpression).toBe('rate(1 minute)');
    expect(aliasesIn(rule?.stack as SynthesisedStack, rule?.properties.Targets)).toHaveLength(1);
  });

  it('compare the ledger with Stripe every night', () => {
    const rule = resourcesOf(stacks, 'AWS::Events::Rule').find(({ properties }) =>
      String(properties.Description).includes('reconciliation'),
    );
    expect(rule?.properties.ScheduleExpression).toBe('cron(0 3 * * ? *)');
  });
});
