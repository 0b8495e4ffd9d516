import { InvalidParameterError, NotAuthorizedError } from 'cognito-local/lib/errors';
import type { AppClient } from 'cognito-local/lib/services/appClient';
import type { Context } from 'cognito-local/lib/services/context';
import { attributesToRecord, type User } from 'cognito-local/lib/services/userPoolService';
import type { PoolServices } from '../services';
import { settingsOf } from '../sessions/client-settings';
import { issueTokens } from '../sessions/issue-tokens';
import { findOrMigrate } from './migrated';
import { hasSecondFactor, withCodeTaken } from './second-factor';
import type { Improve, Request } from './target';
import { clientOf, findUser, poolOf, userStatusProblem } from './users';

const WRONG = 'Incorrect username or password.';
const CHALLENGE = 'SOFTWARE_TOKEN_MFA';

/** A password, and a code where the account has an authenticator app. */
export const signIn: Improve = (services) => async (ctx, request) => {
  if (!/^(?:ADMIN_)?USER_PASSWORD_AUTH$/.test(request.AuthFlow ?? '')) {
    throw new InvalidParameterError(`${request.AuthFlow} flow not enabled for this client`);
  }
  const { USERNAME = '', PASSWORD = '' } = request.AuthParameters ?? {};
  const named = { ...request, Username: USERNAME };
  const { user } = await findOrMigrate(services, ctx, named, PASSWORD);
  if (!user || user.Password !== PASSWORD) throw new NotAuthorizedError(WRONG);
  const problem = userStatusProblem(user);
  if (problem) throw problem;
  const client = await clientOf(services, ctx, request);
  if (user.UserStatus === 'FORCE_CHANGE_PASSWORD')
    return challenged(services, user, client, 'NEW_PASSWORD_REQUIRED');
  if (hasSecondFactor(user)) return challenged(services, user, client, CHALLENGE);
  return { AuthenticationResult: await begin(services, ctx, request, user, client) };
};

/** The code that the authenticator app shows. */
export const respondToChallenge: Improve = (services) => async (ctx, request) => {
  const { ChallengeName, ChallengeResponses = {}, Session = '' } = request;
  if (ChallengeName !== CHALLENGE) {
    throw new InvalidParameterError(`${ChallengeName} cannot be answered here`);
  }
  const nowMs = services.clock.get().getTime();
  const username = services.challenges.attempt(Session, nowMs);
  const { pool, user } = await findUser(services, ctx, { ...request, Username: username });
  if (!user?.Enabled) throw new NotAuthorizedError(WRONG);
  const code = ChallengeResponses.SOFTWARE_TOKEN_MFA_CODE ?? '';
  const taken = withCodeTaken(user, code, nowMs);
  await pool.saveUser(ctx, taken);
  services.challenges.end(Session);
  const client = await clientOf(services, ctx, request);
  return { AuthenticationResult: await begin(services, ctx, request, taken, client) };
};

function challenged(services: PoolServices, user: User, client: AppClient, name: string) {
  const nowMs = services.clock.get().getTime();
  const { challengeSeconds } = settingsOf(client);
  return {
    ChallengeName: name,
    ChallengeParameters: { USER_ID_FOR_SRP: user.Username },
    Session: services.challenges.begin(user.Username, nowMs, challengeSeconds),
  };
}

async function begin(
  services: PoolServices,
  ctx: Context,
  request: Request,
  user: User,
  client: AppClient,
) {
  const { sessions, clock } = services;
  const nowSeconds = Math.floor(clock.get().getTime() / 1000);
  const pool = await poolOf(services, ctx, request);
  await services.poolTriggers.authenticated({
    clientId: request.ClientId ?? '',
    username: user.Username,
    attributes: attributesToRecord(user.Attributes),
  });
  const session = sessions.begin(user.Username, nowSeconds, settingsOf(client).refreshSeconds);
  const source = 'TokenGeneration_Authentication';
  const tokens = await issueTokens(services, ctx, { pool, client, user, session, source });
  return { ...tokens, RefreshToken: sessions.addRefreshToken(session) };
}
