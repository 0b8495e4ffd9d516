import { CognitoError, NotAuthorizedError } from 'cognito-local/lib/errors';
import { settingsOf } from '../sessions/client-settings';
import { issueTokens } from '../sessions/issue-tokens';
import type { Improve } from './target';
import { clientOf, findUser } from './users';

/**
 * New tokens for a refresh token. Where the client rotates them, the old one is good for its grace
 * period and is refused as reused afterwards.
 */
export const getTokensFromRefreshToken: Improve = (services) => async (ctx, request) => {
  const { sessions, clock } = services;
  const nowMs = clock.get().getTime();
  const token = request.RefreshToken ?? '';
  const client = await clientOf(services, ctx, request);
  const { rotationGraceSeconds: grace } = settingsOf(client);
  const found = sessions.findByRefreshToken(token);
  if (!found || found.session.expiresAtSeconds * 1000 <= nowMs) {
    throw new NotAuthorizedError('Invalid Refresh Token');
  }
  const { session, rotatedAtMs } = found;
  if (rotatedAtMs !== null && nowMs > rotatedAtMs + (grace ?? 0) * 1000) {
    throw new CognitoError('RefreshTokenReuseException', 'Refresh token has been invalidated');
  }
  const { pool, user } = await findUser(services, ctx, { ...request, Username: session.username });
  if (!user?.Enabled) throw new NotAuthorizedError('User is disabled.');
  const source = 'TokenGeneration_RefreshTokens';
  const tokens = await issueTokens(services, ctx, { pool, client, user, session, source });
  if (grace === undefined) return { AuthenticationResult: tokens };
  sessions.rotateOut(session, token, nowMs);
  return {
    AuthenticationResult: { ...tokens, RefreshToken: sessions.addRefreshToken(session) },
  };
};
