import { z } from 'zod';

const EnvironmentSchema = z.object({
  AWS_REGION: z.string().min(1),
  DYNAMODB_TABLE_NAME: z.string().min(1),
  S3_BUCKET_NAME: z.string().min(1),
  SNAPSHOTS_BUCKET_NAME: z.string().min(1),
  /** Releases of the slices; only who asks it for them is told its name. */
  SLICES_BUCKET_NAME: z.string().default(''),
  USER_POOL_ID: z.string().regex(/^[\w-]+_\w+$/, 'Expected <region>_<id>'),
  USER_POOL_CLIENT_ID: z.string().min(1),
  PUBLIC_ORIGIN: z.url(),
  MAIL_FROM: z.string().min(1),
  STRIPE_SECRET_ID: z.string().min(1),
  LINK_SECRET_ID: z.string().min(1),
  STAGE: z.string().min(1),
  /** Where providers belong that nobody has moved; unset in a stage of one region. */
  HOME_REGION: z.string().min(1).optional(),
  /** Whose pages a change makes old; unknown until the edge was deployed once. */
  DISTRIBUTION_ID: z.string().optional(),
  /** `rediss://host:port` of the cache; empty where there is none. */
  CACHE_URL: z.union([z.literal(''), z.url({ protocol: /^rediss?$/ })]).default(''),
  /** Who may use the cache; empty where it asks nobody. */
  CACHE_SECRET_ID: z.string().default(''),
  /** The function that tells the cache what has changed, for who cannot reach it. */
  CACHE_INVALIDATOR: z.string().default(''),
  /** Lambda's own: which code this is. */
  AWS_LAMBDA_FUNCTION_VERSION: z.string().default('$LATEST'),
  STRIPE_API_ORIGIN: z.url().optional(),
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: z.url().optional(),
  AWS_ENDPOINT_URL_S3: z.url().optional(),
});

export type Environment = z.infer<typeof EnvironmentSchema>;

/** A pool on a laptop signs with a key that everybody knows. */
const LOCAL_ONLY = ['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER', 'STRIPE_API_ORIGIN'] as const;

/**
 * The function's environment, read once a cold start.
 * @throws Error naming every variable that is missing or wrong, or that only a laptop may have.
 */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = EnvironmentSchema.safeParse(source);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.')}: ${message}`,
    );
    throw new Error(`The environment is not complete.\n${problems.join('\n')}`);
  }
  const forbidden = LOCAL_ONLY.filter((name) => parsed.data[name] !== undefined);
  if (parsed.data.STAGE !== 'local' && forbidden.length > 0) {
    throw new Error(`${forbidden.join(' and ')} may be set on the stage "local" only.`);
  }
  return parsed.data;
}
