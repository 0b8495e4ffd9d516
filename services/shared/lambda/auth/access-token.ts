import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { FetchError } from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { ProblemError } from '../problems';
import type { Environment } from '../runtime/env';
import type { UserActor } from './actor';

const JWKS_TIMEOUT_MS = 2000;

/** Turns a Cognito access token into the user it belongs to. */
export interface AccessTokens {
  /** @throws ProblemError `UNAUTHENTICATED`, or `UNAVAILABLE` when the pool's keys cannot be had. */
  verify(token: string): Promise<UserActor>;
}

type PoolSettings = Pick<
  Environment,
  'USER_POOL_ID' | 'USER_POOL_CLIENT_ID' | 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'
>;

/** Verifies signature, issuer, client, use, expiry and that there is a person; keys are fetched once and kept. */
export function cognitoAccessTokens(env: PoolSettings): AccessTokens {
  const jwksUrl = jwksUrlOf(env);
  const verifier = CognitoJwtVerifier.create(
    { userPoolId: env.USER_POOL_ID, clientId: env.USER_POOL_CLIENT_ID, tokenUse: 'access' },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: () => fetchJwks(jwksUrl) } }) },
  );
  return {
    async verify(token) {
      try {
        const payload = await verifier.verify(token);
        if (!payload.sub || !payload.exp) throw new Error('a claim is missing');
        const groups = payload['cognito:groups'] ?? [];
        return { kind: 'user', userId: payload.sub, groups, accessToken: token };
      } catch (error) {
        if (error instanceof FetchError) throw new ProblemError('UNAVAILABLE');
        throw new ProblemError('UNAUTHENTICATED', { detail: 'The access token is not valid' });
      }
    },
  };
}

/** The issuer never changes; where its keys are read from may. */
function jwksUrlOf(env: PoolSettings): string {
  const [region] = env.USER_POOL_ID.split('_');
  const endpoint =
    env.AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER ?? `https://cognito-idp.${region}.amazonaws.com`;
  return `${endpoint}/${env.USER_POOL_ID}/.well-known/jwks.json`;
}

async function fetchJwks(url: string): Promise<ArrayBuffer> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(JWKS_TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return await answer.arrayBuffer();
  } catch (error) {
    throw new FetchError(url, error);
  }
}
