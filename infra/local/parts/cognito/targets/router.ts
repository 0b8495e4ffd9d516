import { Router as originalRouter } from 'cognito-local/lib/server/Router';
import type { PoolServices } from '../services';
import {
  confirmForgotPassword,
  confirmSignUp,
  forgotPassword,
  resendConfirmationCode,
  signUp,
} from './codes';
import { changePassword, checkPassword } from './passwords';
import { getTokensFromRefreshToken } from './refresh';
import {
  adminSetUserMfaPreference,
  associateSoftwareToken,
  setUserMfaPreference,
  verifySoftwareToken,
} from './second-factor';
import { respondToChallenge, signIn } from './sign-in';
import {
  adminDeleteUser,
  adminUserGlobalSignOut,
  deleteUser,
  globalSignOut,
  revokeToken,
} from './sign-out';
import type { Improve, Request, Router } from './target';
import { findUser, ownerOf, poolOf } from './users';

/** Checks the pool's password policy before an operation that sets a password. */
const withPolicy =
  (field: 'Password' | 'ProposedPassword' | 'TemporaryPassword'): Improve =>
  (services, original) =>
  async (ctx, request) => {
    const password = request[field];
    if (password !== undefined)
      checkPassword(password, (await poolOf(services, ctx, request)).options);
    return original(ctx, request);
  };

/** Replaces the address that a request names by the account's own name. */
const withOwnName: Improve = (services, original) => async (ctx, request) => {
  const { user } = await findUser(services, ctx, request);
  return original(ctx, user ? { ...request, Username: user.Username } : request);
};

/** Refuses access tokens of sessions that have ended, which cognito-local knows nothing of. */
const withLiveSession: Improve = (services, original) => async (ctx, request) => {
  await ownerOf(services, ctx, request);
  return original(ctx, request);
};

/** Where cognito-local is missing an operation or is kinder than Cognito. */
const IMPROVED: Record<string, Improve> = {
  AdminCreateUser: withPolicy('TemporaryPassword'),
  AdminDeleteUser: adminDeleteUser,
  AdminInitiateAuth: signIn,
  AdminListGroupsForUser: withOwnName,
  AdminRespondToAuthChallenge: respondToChallenge,
  AdminSetUserMFAPreference: adminSetUserMfaPreference,
  AdminSetUserPassword: withPolicy('Password'),
  AdminUserGlobalSignOut: adminUserGlobalSignOut,
  AssociateSoftwareToken: associateSoftwareToken,
  ChangePassword: changePassword,
  ConfirmForgotPassword: confirmForgotPassword,
  ConfirmSignUp: confirmSignUp,
  DeleteUser: deleteUser,
  ForgotPassword: forgotPassword,
  GetTokensFromRefreshToken: getTokensFromRefreshToken,
  GetUser: withLiveSession,
  GlobalSignOut: globalSignOut,
  InitiateAuth: signIn,
  ResendConfirmationCode: resendConfirmationCode,
  RespondToAuthChallenge: respondToChallenge,
  RevokeToken: revokeToken,
  SetUserMFAPreference: setUserMfaPreference,
  SignUp: signUp,
  UpdateUserAttributes: withLiveSession,
  VerifySoftwareToken: verifySoftwareToken,
};

const lowered = (name: string): string => (name.includes('@') ? name.toLowerCase() : name);

/** Addresses are compared without regard to case, as the pool is configured. */
function normalised(request: Request): Request {
  const { Username, AuthParameters, UserAttributes } = request;
  return {
    ...request,
    ...(Username === undefined ? {} : { Username: lowered(Username) }),
    ...(AuthParameters?.USERNAME === undefined
      ? {}
      : { AuthParameters: { ...AuthParameters, USERNAME: lowered(AuthParameters.USERNAME) } }),
    ...(UserAttributes === undefined
      ? {}
      : {
          UserAttributes: UserAttributes.map((item) =>
            item.Name === 'email' && item.Value ? { ...item, Value: lowered(item.Value) } : item,
          ),
        }),
  };
}

/** cognito-local's operations, corrected where Cognito behaves otherwise. */
export function createRouter(services: PoolServices): Router {
  const original: Router = originalRouter(services);
  return (name) => {
    const target = IMPROVED[name]?.(services, original(name)) ?? original(name);
    return (ctx, request) => target(ctx, normalised(request));
  };
}
