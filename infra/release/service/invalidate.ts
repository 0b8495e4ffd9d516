import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';

/**
 * Cached answers that a service's data is in, by service. A release of a slice needs none of this:
 * its name is in the cache key of every page.
 */
const CACHED_PATHS: Partial<Record<string, string[]>> = {
  catalog: ['/', '/search*', '/p/*', '/s/*', '/api/catalog/*', '/edge/*'],
};

/** Makes the distribution forget what the service's old version is in; gives what it was told. */
export async function invalidateAnswersOf(
  service: string,
  distributionId: string,
  now: Date,
): Promise<string> {
  const paths = CACHED_PATHS[service];
  if (!paths) return 'nothing of it is cached';
  await new CloudFrontClient({ region: 'us-east-1' }).send(
    new CreateInvalidationCommand({
      DistributionId: distributionId,
      InvalidationBatch: {
        CallerReference: `${service}-${now.toISOString()}`,
        Paths: { Quantity: paths.length, Items: paths },
      },
    }),
  );
  return paths.join(' ');
}
