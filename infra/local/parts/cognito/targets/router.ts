import { Router as originalRouter } from 'cognito-local/lib/server/Router';
import type { Services } from 'cognito-local/lib/services/index';
import {
  confirmForgotPassword,
  confirmSignUp,
  forgotPassword,
  resendConfirmationCode,
  signUp,
} from './codes';
import { checkPassword } from './passwords';
import { signIn, signOutEverywhere } from './sign-in';
import type { Request, Router, Target } from './target';
import { requireValidToken } from './tokens';
import { findUser, poolOf } from './users';

type Improve = (services: Services, original: Target) => Target;

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

/** Where cognito-local is missing an operation or is kinder than Cognito. */
const IMPROVED: Record<string, Improve> = {
  AdminCreateUser: withPolicy('TemporaryPassword'),
  AdminInitiateAuth: signIn,
  AdminListGroupsForUser: withOwnName,
  AdminSetUserPassword: withPolicy('Password'),
  AdminUserGlobalSignOut: signOutEverywhere,
  ConfirmForgotPassword: confirmForgotPassword,
  ConfirmSignUp: confirmSignUp,
  ForgotPassword: forgotPassword,
  ResendConfirmationCode: resendConfirmationCode,
  SignUp: signUp,
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
export function createRouter(services: Services): Router {
  const original: Router = originalRouter(services);
  return (name) => {
    const target = IMPROVED[name]?.(services, original(name)) ?? original(name);
    return async (ctx, request) => {
      if (request.AccessToken !== undefined) {
        const nowSeconds = services.clock.get().getTime() / 1000;
        requireValidToken(request.AccessToken, nowSeconds, 'Invalid Access Token');
      }
      return target(ctx, normalised(request));
    };
  };
}
