import { CognitoError, InvalidParameterError } from 'cognito-local/lib/errors';
import type { User } from 'cognito-local/lib/services/userPoolService';
import { newSecret, stepOf } from '../totp';
import type { Improve, Request } from './target';
import { findUser, ownerOf } from './users';

const METHOD = 'SOFTWARE_TOKEN_MFA';

/** A user with what this pool keeps of the authenticator app. */
interface UserWithApp extends User {
  SoftwareTokenMfaConfiguration?: {
    Secret: string;
    Verified: boolean;
    FriendlyDeviceName?: string;
    /** Step of time of the last code that was taken: no code works twice. */
    LastStep?: number;
  };
  /** Made by AssociateSoftwareToken and not yet verified; the app in use goes on until then. */
  PendingSecret?: string;
}

/** Whether signing in asks for a code. */
export function hasSecondFactor(user: User): boolean {
  return user.UserMFASettingList?.includes(METHOD) ?? false;
}

/** The secret that the person's app has. */
export function secretOf(user: User): string | undefined {
  const { SoftwareTokenMfaConfiguration: app } = user;
  return app?.Verified ? app.Secret : undefined;
}

/**
 * The user after a code was taken.
 * @throws CognitoError `CodeMismatchException`, or `ExpiredCodeException` for a code used before
 */
export function withCodeTaken(user: User, code: string, nowMs: number): User {
  const { SoftwareTokenMfaConfiguration: app } = user as UserWithApp;
  const step = app?.Verified ? stepOf(app.Secret, code, nowMs) : undefined;
  if (!app || step === undefined) {
    throw new CognitoError('CodeMismatchException', 'Invalid code received for user');
  }
  if (step <= (app.LastStep ?? 0)) {
    throw new CognitoError(
      'ExpiredCodeException',
      'Your software token has already been used once.',
    );
  }
  const taken: UserWithApp = {
    ...user,
    SoftwareTokenMfaConfiguration: { ...app, LastStep: step },
  };
  return taken;
}

/** A secret for an authenticator app; it counts once a code proves that the app has it. */
export const associateSoftwareToken: Improve = (services) => async (ctx, request) => {
  const { pool, user } = await ownerOf(services, ctx, request);
  const SecretCode = newSecret();
  const pending: UserWithApp = { ...user, PendingSecret: SecretCode };
  await pool.saveUser(ctx, pending);
  return { SecretCode };
};

export const verifySoftwareToken: Improve = (services) => async (ctx, request) => {
  const { pool, user } = await ownerOf(services, ctx, request);
  const { PendingSecret: secret, ...rest } = user as UserWithApp;
  if (!secret) throw new InvalidParameterError('User has not associated a software token');
  const step = stepOf(secret, request.UserCode ?? '', services.clock.get().getTime());
  if (step === undefined) {
    throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch');
  }
  const verified: UserWithApp = {
    ...rest,
    SoftwareTokenMfaConfiguration: {
      Secret: secret,
      Verified: true,
      LastStep: step,
      ...(request.FriendlyDeviceName && { FriendlyDeviceName: request.FriendlyDeviceName }),
    },
  };
  await pool.saveUser(ctx, verified);
  return { Status: 'SUCCESS' };
};

function withPreference(user: User, settings: Request['SoftwareTokenMfaSettings']): User {
  if (settings === undefined) return user;
  if (settings.Enabled && secretOf(user) === undefined) {
    throw new InvalidParameterError('User has not verified software token mfa');
  }
  const { PreferredMfaSetting: _preferred, UserMFASettingList: _list, ...rest } = user;
  if (!settings.Enabled) return rest;
  return {
    ...rest,
    UserMFASettingList: [METHOD],
    ...(settings.PreferredMfa && { PreferredMfaSetting: METHOD }),
  };
}

export const setUserMfaPreference: Improve = (services) => async (ctx, request) => {
  const { pool, user } = await ownerOf(services, ctx, request);
  await pool.saveUser(ctx, withPreference(user, request.SoftwareTokenMfaSettings));
  return {};
};

/** What support does for somebody who lost the app. */
export const adminSetUserMfaPreference: Improve = (services) => async (ctx, request) => {
  const { pool, user } = await findUser(services, ctx, request);
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.');
  await pool.saveUser(ctx, withPreference(user, request.SoftwareTokenMfaSettings));
  return {};
};
