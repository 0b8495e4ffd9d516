import { InvalidPasswordError, NotAuthorizedError } from 'cognito-local/lib/errors';
import type { Context } from 'cognito-local/lib/services/context';
import type { Services } from 'cognito-local/lib/services/index';
import type { Request, Target } from './target';
import { lifetimeSeconds, requireValidToken } from './tokens';
import { findUser } from './users';

const WRONG = 'Incorrect username or password.';

interface AuthAnswer {
  AuthenticationResult?: { AccessToken: string };
}

async function requireEnabled(services: Services, ctx: Context, request: Request): Promise<void> {
  const named = { ...request, Username: request.AuthParameters?.USERNAME ?? '' };
  const { user } = await findUser(services, ctx, named);
  if (user && !user.Enabled) throw new NotAuthorizedError('User is disabled.');
}

/** Cognito tells no wrong password from an unknown user, and how long the tokens live. */
export function signIn(services: Services, original: Target): Target {
  return async (ctx, request) => {
    const refreshToken = request.AuthParameters?.REFRESH_TOKEN;
    if (refreshToken) {
      const nowSeconds = services.clock.get().getTime() / 1000;
      requireValidToken(refreshToken, nowSeconds, 'Invalid Refresh Token');
    } else {
      await requireEnabled(services, ctx, request);
    }
    const answer = (await original(ctx, request).catch((error: unknown) => {
      const isWrong = error instanceof InvalidPasswordError || error instanceof NotAuthorizedError;
      if (!isWrong) throw error;
      throw new NotAuthorizedError(refreshToken ? 'Refresh Token has been revoked' : WRONG);
    })) as AuthAnswer;
    const tokens = answer.AuthenticationResult;
    if (!tokens) return answer;
    const ExpiresIn = lifetimeSeconds(tokens.AccessToken);
    return { ...answer, AuthenticationResult: { ...tokens, TokenType: 'Bearer', ExpiresIn } };
  };
}

/** Ends every session of a user: no refresh token works any more. */
export function signOutEverywhere(services: Services): Target {
  return async (ctx, request) => {
    const { pool, user } = await findUser(services, ctx, request);
    if (user) await pool.saveUser(ctx, { ...user, RefreshTokens: [] });
    return {};
  };
}
