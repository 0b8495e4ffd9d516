import {
  type AuthenticationResultType,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { env } from '../../env';
import { AuthProblem } from '../problem';
import type { Session } from '../session-cookies';

const DEFAULT_LIFETIME_SECONDS = 3600;

let client: CognitoIdentityProviderClient | undefined;

export function userPool(): CognitoIdentityProviderClient {
  client ??= new CognitoIdentityProviderClient({ region: env().AWS_REGION, maxAttempts: 2 });
  return client;
}

/** What requests name the pool and the client by. */
export const poolId = () => ({ UserPoolId: env().NEXT_PUBLIC_USER_POOL_ID });
export const clientId = () => ({ ClientId: env().NEXT_PUBLIC_USER_POOL_CLIENT_ID });

/** The tokens of an answer. */
export function sessionOf(tokens: AuthenticationResultType | undefined): Session {
  const { AccessToken, IdToken, RefreshToken, ExpiresIn } = tokens ?? {};
  if (!AccessToken || !IdToken) throw new AuthProblem('UNAVAILABLE');
  return {
    accessToken: AccessToken,
    idToken: IdToken,
    expiresInSeconds: ExpiresIn ?? DEFAULT_LIFETIME_SECONDS,
    ...(RefreshToken ? { refreshToken: RefreshToken } : {}),
  };
}
