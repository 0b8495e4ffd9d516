import {
  AdminUserGlobalSignOutCommand,
  GetTokensFromRefreshTokenCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Session } from '../session-cookies';
import { clientId, poolId, sessionOf, userPool } from './client';

/** New tokens for a refresh token, which is used up by it but for a minute's grace. */
export async function refreshSession(refreshToken: string): Promise<Session> {
  const { AuthenticationResult } = await userPool().send(
    new GetTokensFromRefreshTokenCommand({ ...clientId(), RefreshToken: refreshToken }),
  );
  return sessionOf(AuthenticationResult);
}

/** Whether a refresh was refused because the token had been used before: somebody has a copy. */
export function isReuse(error: unknown): boolean {
  return error instanceof Error && error.name === 'RefreshTokenReuseException';
}

/** Ends one session: its refresh token gives no new access tokens. */
export async function revokeSession(refreshToken: string): Promise<void> {
  await userPool().send(new RevokeTokenCommand({ ...clientId(), Token: refreshToken }));
}

/** Ends every session of a user. */
export async function signOutEverywhere(username: string): Promise<void> {
  await userPool().send(new AdminUserGlobalSignOutCommand({ ...poolId(), Username: username }));
}
