import { createRequire } from 'node:module';
import type { AuthConfig } from '../viewer-auth/verify';

interface StageIdentity {
  issuer: string;
  userPoolClientId: string;
  jwksUrl: string;
}

const FETCH_TIMEOUT_MS = 5000;

/** The stage's values for viewer-auth, with the pool's keys when they can be had at build time. */
export async function bakedConfig(stage: string): Promise<AuthConfig> {
  const path = new URL('../../infra/config/index.ts', import.meta.url).href;
  const config = (await import(path)) as { edgeConfig(stage: string): StageIdentity };
  const { issuer, userPoolClientId, jwksUrl } = config.edgeConfig(stage);
  const jwks = stage === 'local' ? localKeys() : await fetchedKeys(jwksUrl);
  return { issuer, userPoolClientId, jwksUrl, ...(jwks === undefined ? {} : { jwks }) };
}

type Keys = NonNullable<AuthConfig['jwks']>;

/** cognito-local signs with one published key; the local stage can know it without asking. */
function localKeys(): Keys {
  const require = createRequire(import.meta.url);
  const { jwk } = require('cognito-local/lib/keys/cognitoLocal.public.json') as {
    jwk: Keys['keys'][number];
  };
  return { keys: [jwk] };
}

/** A pool that does not exist yet has no keys: the function then fetches them itself. */
async function fetchedKeys(url: string): Promise<Keys | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    return response.ok ? ((await response.json()) as Keys) : undefined;
  } catch (_error) {
    return undefined;
  }
}
