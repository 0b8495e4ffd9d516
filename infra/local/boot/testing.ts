import type { RawResource } from '../template/stack';
import { assetCode, type FixtureStack } from '../template/testing';

/** A server that answers with its environment, in the place of the shell. */
export const SHELL = `
import { createServer } from 'node:http';
createServer((request, response) => response.end(JSON.stringify(process.env)))
  .listen(Number(process.env.PORT), process.env.HOSTNAME);
`;

/** Functions that write to the table with nothing but what their environment tells them. */
const CODE = `
const put = (key) => fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, {
  method: 'POST',
  headers: {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': 'DynamoDB_20120810.PutItem',
    authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  },
  body: JSON.stringify({ TableName: process.env.TABLE, Item: { PK: { S: key } } }),
});
export const api = async (event) => {
  await put(event.pathParameters.id);
  return { statusCode: 200, body: JSON.stringify({ wrote: event.pathParameters.id }) };
};
export const consumer = async (event) => {
  for (const record of event.Records) await put('seen#' + record.dynamodb.Keys.PK.S);
};
`;

const fn = (name: string, origin: string): RawResource => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    FunctionName: name,
    Handler: `index.${name}`,
    Code: assetCode('code'),
    Timeout: 10,
    MemorySize: 128,
    Environment: {
      Variables: {
        TABLE: { Ref: 'Table' },
        PUBLIC_ORIGIN: origin,
        MAIL_FROM: 'bookings@marketplace.test',
        STRIPE_SECRET_ID: 'stripe',
      },
    },
  },
});

const uri = (id: string) => ({
  'Fn::Sub': `arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${id}.Arn}/invocations`,
});

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const behavior = (TargetOriginId: string) => ({
  TargetOriginId,
  CachePolicyId: CACHING_DISABLED,
  ViewerProtocolPolicy: 'redirect-to-https',
  AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
});
const DistributionConfig = {
  DefaultCacheBehavior: behavior('shell'),
  CacheBehaviors: [{ ...behavior('api-api'), PathPattern: '/things/*' }],
  Origins: [
    { Id: 'shell', DomainName: 'shell.internal', CustomOriginConfig: {} },
    { Id: 'api-api', DomainName: 'api.internal', OriginPath: '/v1', CustomOriginConfig: {} },
  ],
};

/** A template with one of each thing that the boot joins. */
export function smallMarketplace(origin: string): {
  stacks: Record<string, FixtureStack>;
  code: Record<string, Record<string, string>>;
} {
  const Resources: Record<string, RawResource> = {
    Api: fn('api', origin),
    Consumer: fn('consumer', origin),
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        TableName: 'Market',
        AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      },
    },
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        FunctionName: { Ref: 'Consumer' },
        StartingPosition: 'TRIM_HORIZON',
        FilterCriteria: {
          Filters: [
            {
              Pattern: JSON.stringify({
                dynamodb: { Keys: { PK: { S: [{ 'anything-but': { prefix: 'seen#' } }] } } },
              }),
            },
          ],
        },
      },
    },
    RestApi: {
      Type: 'AWS::ApiGateway::RestApi',
      Properties: {
        Name: 'api',
        Body: {
          openapi: '3.0.3',
          paths: {
            '/things/{id}': {
              post: {
                'x-amazon-apigateway-integration': { type: 'aws_proxy', uri: uri('Api') },
              },
            },
          },
        },
      },
    },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: { RestApiId: { Ref: 'RestApi' }, StageName: 'v1' },
    },
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'pool' } },
    Client: {
      Type: 'AWS::Cognito::UserPoolClient',
      Properties: { UserPoolId: { Ref: 'Pool' }, ExplicitAuthFlows: [] },
    },
    Stripe: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: {
        Name: 'stripe',
        SecretString:
          '{"STRIPE_WEBHOOK_SECRET":"whsec_a","STRIPE_CONNECT_WEBHOOK_SECRET":"whsec_b"}',
      },
    },
    Link: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { Name: 'link', GenerateSecretString: {} },
    },
    Releases: {
      Type: 'AWS::SecretsManager::Secret',
      Properties: { Name: '/market/release-signing', GenerateSecretString: {} },
    },
    Distribution: { Type: 'AWS::CloudFront::Distribution', Properties: { DistributionConfig } },
    Shell: {
      Type: 'AWS::Amplify::App',
      Properties: {
        Name: 'shell',
        EnvironmentVariables: [
          {
            Name: 'CATALOG_API_URL',
            Value: {
              'Fn::Sub': `https://\${RestApi}.execute-api.\${AWS::Region}.amazonaws.com/v1`,
            },
          },
        ],
      },
    },
  };
  return { stacks: { Main: { Resources } }, code: { code: { 'index.mjs': CODE } } };
}
