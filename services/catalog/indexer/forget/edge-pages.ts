import { randomUUID } from 'node:crypto';
import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';

/** The pages that the edge keeps, by the tags they carry. */
export interface EdgePages {
  /** Makes the edge ask for every page with one of the tags again. */
  forget(tags: readonly string[]): Promise<void>;
}

/** The pages of one distribution. */
export function distributionPages(
  distributionId: string,
  client = new CloudFrontClient({ region: 'us-east-1' }),
): EdgePages {
  return {
    async forget(tags) {
      if (tags.length === 0) return;
      const Items = tags.map((tag) => `#${tag}`);
      await client.send(
        new CreateInvalidationCommand({
          DistributionId: distributionId,
          InvalidationBatch: {
            CallerReference: randomUUID(),
            Paths: { Quantity: Items.length, Items },
          },
        }),
      );
    },
  };
}

/** Where no distribution is known yet, no page is kept. */
export const noEdgePages: EdgePages = { forget: async () => {} };
