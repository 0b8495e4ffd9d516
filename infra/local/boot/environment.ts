import { LOCAL_REGION } from '../client';
import type { Addresses } from './addresses';

/** What functions and shell get beside their template's variables: where the services are, and who they are there. */
export function endpointEnvironment(at: Addresses): Record<string, string> {
  return {
    AWS_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: at.url('dynamodb'),
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: at.url('dynamodb'),
    AWS_ENDPOINT_URL_S3: at.url('s3'),
    AWS_ENDPOINT_URL_SES: at.url('ses'),
    AWS_ENDPOINT_URL_SESV2: at.url('ses'),
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: at.url('cognito'),
    AWS_ENDPOINT_URL_SECRETS_MANAGER: at.url('secrets'),
    AWS_ENDPOINT_URL_SSM: at.url('secrets'),
    AWS_ENDPOINT_URL_LAMBDA: at.url('lambda'),
    AWS_ENDPOINT_URL_CLOUDWATCH: at.url('cloudwatch'),
    AWS_ENDPOINT_URL_CLOUDFRONT: at.url('cloudfront-api'),
    // A name, not an address: the client puts the account's number before it.
    AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: `http://localhost:${at.port('cloudfront-api')}`,
    STRIPE_API_ORIGIN: at.url('stripe'),
    // The laptop's cache asks nobody who they are.
    CACHE_SECRET_ID: '',
    POWERTOOLS_TRACE_ENABLED: 'false',
  };
}

/** REST APIs' invoke URLs become the local ones, wherever a variable holds one. */
export function withLocalApis(
  environment: Record<string, string>,
  restApiUrl: string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(
        /https:\/\/([^./]+)\.execute-api\.[a-z0-9-]+\.amazonaws\.com/g,
        (_match, apiId: string) => `${restApiUrl}/${apiId}`,
      ),
    ]),
  );
}
