import { describe, expect, it } from 'vitest';
import { parseSeedEnvironment } from './environment';

const local = {
  AWS_REGION: 'eu-west-1',
  AWS_ENDPOINT_URL_DYNAMODB: 'http://localhost:8090',
  DYNAMODB_TABLE_NAME: 'EcosystemMarketplace',
  S3_BUCKET_NAME: 'assets',
  USER_POOL_ID: 'eu-west-1_LocalPool1',
  USER_POOL_CLIENT_ID: 'localclient00000000000001',
  STRIPE_API_ORIGIN: 'http://127.0.0.1:8094',
};

describe('the seed', () => {
  it('fills a cloud on this machine', () => {
    expect(parseSeedEnvironment(local)).toEqual(local);
  });

  it('refuses a deployed table, and a table of which nobody says where it is', () => {
    const deployed = 'https://dynamodb.eu-west-1.amazonaws.com';
    expect(() => parseSeedEnvironment({ ...local, AWS_ENDPOINT_URL_DYNAMODB: deployed })).toThrow(
      /local cloud only; AWS_ENDPOINT_URL_DYNAMODB is at dynamodb/,
    );
    const { AWS_ENDPOINT_URL_DYNAMODB: _, ...nowhere } = local;
    expect(() => parseSeedEnvironment(nowhere)).toThrow(/needs AWS_ENDPOINT_URL_DYNAMODB/);
    const lookAlike = 'http://localhost.example.com:8090';
    expect(() => parseSeedEnvironment({ ...local, AWS_ENDPOINT_URL_DYNAMODB: lookAlike })).toThrow(
      /local cloud only/,
    );
  });
});
