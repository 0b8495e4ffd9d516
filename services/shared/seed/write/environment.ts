import { z } from 'zod';

const SeedEnvironment = z.object({
  AWS_REGION: z.string().min(1),
  AWS_ENDPOINT_URL_DYNAMODB: z.url(),
  DYNAMODB_TABLE_NAME: z.string().min(1),
  S3_BUCKET_NAME: z.string().min(1),
  USER_POOL_ID: z.string().min(1),
  USER_POOL_CLIENT_ID: z.string().min(1),
  AWS_ENDPOINT_URL_S3: z.url().optional(),
  STRIPE_API_ORIGIN: z.url(),
});
export type SeedEnvironment = z.infer<typeof SeedEnvironment>;

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The seed's environment.
 * @throws Error naming what is missing, or when the table is not on this machine: demo accounts and
 * made-up providers have no place in a deployed stage.
 */
export function parseSeedEnvironment(source: Record<string, string | undefined>): SeedEnvironment {
  const parsed = SeedEnvironment.safeParse(source);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
    throw new Error(`The seed fills a local cloud only, and needs ${names.join(', ')}.`);
  }
  for (const name of ['AWS_ENDPOINT_URL_DYNAMODB', 'STRIPE_API_ORIGIN'] as const) {
    const { hostname } = new URL(parsed.data[name]);
    if (!LOCAL_HOSTS.includes(hostname)) {
      throw new Error(`The seed fills a local cloud only; ${name} is at ${hostname}.`);
    }
  }
  return parsed.data;
}
