import { describe, expect, it } from 'vitest';
import { parseEnvironment } from './env';

const complete = {
  AWS_REGION: 'eu-west-1',
  DYNAMODB_TABLE_NAME: 'EcosystemMarketplace',
  S3_BUCKET_NAME: 'assets',
  SNAPSHOTS_BUCKET_NAME: 'snapshots',
  USER_POOL_ID: 'eu-west-1_LocalPool1',
  USER_POOL_CLIENT_ID: 'client',
  PUBLIC_ORIGIN: 'http://localhost:8080',
  MAIL_FROM: 'bookings@market.test',
  STRIPE_SECRET_ID: 'stripe',
  LINK_SECRET_ID: 'links',
  STAGE: 'prod',
};

describe('the environment', () => {
  it('names every variable that is missing', () => {
    const { DYNAMODB_TABLE_NAME: _, MAIL_FROM: __, ...incomplete } = complete;
    expect(() => parseEnvironment(incomplete)).toThrow(/DYNAMODB_TABLE_NAME[\s\S]*MAIL_FROM/);
  });

  it('lets a laptop read keys and payments from elsewhere, and nothing that is deployed', () => {
    const elsewhere = { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://localhost:8091' };
    expect(parseEnvironment({ ...complete, ...elsewhere, STAGE: 'local' })).toMatchObject(
      elsewhere,
    );
    expect(() => parseEnvironment({ ...complete, ...elsewhere })).toThrow(/only/);
    expect(() =>
      parseEnvironment({ ...complete, STRIPE_API_ORIGIN: 'http://localhost:8094' }),
    ).toThrow(/STRIPE_API_ORIGIN/);
  });
});
