import { PHASE_PRODUCTION_BUILD } from 'next/constants';
import { z } from 'zod';

const url = z.url().transform((value) => value.replace(/\/$/, ''));
const required = z.string().min(1);

const environment = z.object({
  PUBLIC_ORIGIN: url,
  AWS_REGION: required,
  NEXT_PUBLIC_USER_POOL_ID: required,
  NEXT_PUBLIC_USER_POOL_CLIENT_ID: required,
  NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY: required,
  SLICES_BUCKET_NAME: required,
  RELEASES_KVS_ARN: required,
  RELEASE_PUBLIC_KEYS: required,
  /** The policy that the distribution gives composed pages; an override widens it for one person. */
  CONTENT_SECURITY_POLICY: required,
  OVERRIDE_SECRET_ID: required,
  CATALOG_API_URL: url,
  BOOKING_API_URL: url,
  PROVIDER_API_URL: url,
  /** Name and alias of the function that limits attempts, exports and erases accounts. */
  IDENTITY_FUNCTION: required,
  AMPLIFY_APP_ID: z.string().optional(),
  /** Set on a laptop: where the user pool answers. */
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: url.optional(),
});

export type Environment = z.infer<typeof environment>;

/** Reads the shell's environment; throws one error that names everything missing or unusable. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = environment.safeParse(source);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new Error(
    `The shell's environment is incomplete. Missing or unusable: ${names.join(', ')}.`,
  );
}

let cached: Environment | undefined;

/**
 * The shell's settings, read when the server runs and not when it is built, so that one build
 * serves every stage.
 */
export function env(): Environment {
  // Computed keys keep Next from replacing NEXT_PUBLIC_* by what was set during the build.
  cached ??= parseEnvironment({ ...process.env });
  return cached;
}

/** Whether the shell is being built: nothing outside can be asked then, and its settings are not known. */
export const isBuilding = (): boolean => process.env.NEXT_PHASE === PHASE_PRODUCTION_BUILD;
