import { describe, expect, it } from 'vitest';
import { parseEnvironment } from './env';

const COMPLETE = {
  PUBLIC_ORIGIN: 'http://localhost:8080/',
  AWS_REGION: 'eu-west-1',
  NEXT_PUBLIC_USER_POOL_ID: 'pool',
  NEXT_PUBLIC_USER_POOL_CLIENT_ID: 'client',
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: 'pk_test_local',
  SLICES_BUCKET_NAME: 'slices',
  RELEASES_KVS_ARN: 'arn:aws:cloudfront::1:key-value-store/x',
  RELEASE_PUBLIC_KEYS: 'kqR4',
  CONTENT_SECURITY_POLICY: "default-src 'self'",
  OVERRIDE_SECRET_ID: '/marketplace/local/override-signing',
  CATALOG_API_URL: 'http://localhost:8098/catalog/v1',
  BOOKING_API_URL: 'http://localhost:8098/booking/v1/',
  PROVIDER_API_URL: 'http://localhost:8098/provider/v1',
  IDENTITY_FUNCTION: 'marketplace-local-identity:live',
};

describe("the shell's environment", () => {
  it('is read whole, URLs without a slash at their end', () => {
    const environment = parseEnvironment(COMPLETE);
    expect(environment.PUBLIC_ORIGIN).toBe('http://localhost:8080');
    expect(environment.BOOKING_API_URL).toBe('http://localhost:8098/booking/v1');
  });

  it('names every variable that is missing or unusable in one error', () => {
    const { AWS_REGION, SLICES_BUCKET_NAME, ...rest } = COMPLETE;
    expect(() => parseEnvironment({ ...rest, PUBLIC_ORIGIN: 'nowhere' })).toThrow(
      'PUBLIC_ORIGIN, AWS_REGION, SLICES_BUCKET_NAME',
    );
  });
});
