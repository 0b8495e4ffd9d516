import type { TokenFault } from '@marketplace/services/domain/metrics';
import { JwtExpiredError, KidNotFoundInJwksError } from 'aws-jwt-verify/error';
import type { Jwks } from 'aws-jwt-verify/jwk';
import { KeyObjectCache, verifyJwtSync } from 'aws-jwt-verify/jwt-verifier';
import type { Identity } from './decide';
import { createKeySource } from './key-source';

export interface AuthConfig {
  /** `iss` of the pool's tokens; its last segment is the pool's id. */
  issuer: string;
  userPoolClientId: string;
  /** Where keys are fetched from; the issuer stays Cognito's. */
  jwksUrl: string;
  /** Keys fetched at build time, so that the first request waits for nobody. */
  jwks?: Jwks;
}

export type Verify = (token: string | undefined) => Promise<Identity>;

type JwtCheck = NonNullable<Parameters<typeof verifyJwtSync>[2]['customJwtCheck']>;

const NOBODY: Identity = { kind: 'none' };

/**
 * Verifies access tokens of one pool and one client: RS256 signature, issuer, client, use, expiry.
 * Every failure, also of fetching keys, is nobody, and says what was wrong with the token.
 */
export function createVerify(config: AuthConfig): Verify {
  const keys = createKeySource(config);
  const keyObjects = new KeyObjectCache();
  const options = {
    issuer: config.issuer,
    audience: null,
    customJwtCheck: accessTokenOf(config.userPoolClientId),
  };
  const claimsOf = (token: string) =>
    verifyJwtSync(token, keys.current(), options, (jwk, alg, issuer) =>
      keyObjects.transformJwkToKeyObjectSync(jwk, alg, issuer),
    );
  return async (token) => {
    if (token === undefined) return NOBODY;
    try {
      return identityOf(claimsOf(token));
    } catch (error) {
      const mayBeNewKey = error instanceof KidNotFoundInJwksError;
      if (!mayBeNewKey || !(await keys.refresh())) return refused(error);
    }
    try {
      return identityOf(claimsOf(token));
    } catch (error) {
      return refused(error);
    }
  };
}

function refused(error: unknown): Identity {
  return { kind: 'none', tokenFault: faultOf(error) };
}

/** Signatures are checked before claims: an expired token was ours. */
function faultOf(error: unknown): TokenFault {
  if (error instanceof JwtExpiredError) return 'expired';
  return error instanceof KidNotFoundInJwksError ? 'key-unknown' : 'invalid';
}

/** What Cognito's access tokens carry instead of an audience, and what the library leaves optional. */
function accessTokenOf(clientId: string): JwtCheck {
  return ({ header, payload }) => {
    const isFit =
      header.alg === 'RS256' &&
      payload.token_use === 'access' &&
      payload.client_id === clientId &&
      Boolean(payload.sub && payload.exp);
    if (!isFit) throw new Error('not an access token of this client');
  };
}

function identityOf(claims: { exp?: number; [claim: string]: unknown }): Identity {
  const groups = claims['cognito:groups'];
  return {
    kind: 'verified',
    groups: Array.isArray(groups) ? groups.filter((group) => typeof group === 'string') : [],
    expiresAtSeconds: claims.exp ?? 0,
  };
}
