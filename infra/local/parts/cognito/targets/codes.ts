import {
  CodeMismatchError,
  ExpiredCodeError,
  InvalidParameterError,
  NotAuthorizedError,
  UserNotFoundError,
} from 'cognito-local/lib/errors';
import { attributesToRecord } from 'cognito-local/lib/services/userPoolService';
import type { PoolServices } from '../services';
import { findOrMigrate } from './migrated';
import { checkPassword } from './passwords';
import type { Target } from './target';
import { delivered, findUser, markEmailVerified, poolOf } from './users';

/** Signing up: the policy is checked, and a code is mailed to the address. */
export function signUp(services: PoolServices, original: Target): Target {
  return async (ctx, request) => {
    const pool = await poolOf(services, ctx, request);
    checkPassword(request.Password ?? '', pool.options);
    const answer = (await original(ctx, request)) as object;
    return { ...answer, ...delivered(request.Username ?? '') };
  };
}

/** The right code confirms the account and its address; an unknown account looks like a late code. */
export function confirmSignUp(services: PoolServices, original: Target): Target {
  return async (ctx, request) => {
    const answer = await original(ctx, request).catch((error: unknown) => {
      throw error instanceof NotAuthorizedError ? new ExpiredCodeError() : error;
    });
    await markEmailVerified(services, ctx, request);
    const { user } = await findUser(services, ctx, request);
    if (user) {
      await services.poolTriggers.confirmed({
        clientId: request.ClientId ?? '',
        username: user.Username,
        attributes: attributesToRecord(user.Attributes),
      });
    }
    return answer;
  };
}

/** Mails a fresh code to an account that waits for one; cognito-local has no such operation. */
export function resendConfirmationCode(services: PoolServices): Target {
  return async (ctx, request) => {
    const { pool, user } = await findUser(services, ctx, request);
    const email = request.Username ?? '';
    if (user?.UserStatus === 'CONFIRMED') {
      throw new InvalidParameterError('User is already confirmed.');
    }
    if (user) {
      const ConfirmationCode = services.otp();
      await pool.saveUser(ctx, { ...user, ConfirmationCode });
      await services.messages.deliver(
        ctx,
        'ResendCode',
        request.ClientId ?? null,
        pool.options.Id,
        user,
        ConfirmationCode,
        request.ClientMetadata,
        { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: email },
      );
    }
    return delivered(email);
  };
}

/** Answers alike for known and unknown accounts; only a known one gets mail. */
export function forgotPassword(services: PoolServices, original: Target): Target {
  return async (ctx, request) => {
    const { user } = await findOrMigrate(services, ctx, request);
    if (user?.UserStatus === 'UNCONFIRMED') {
      throw new InvalidParameterError(
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      );
    }
    if (user) await original(ctx, request);
    return delivered(request.Username ?? '');
  };
}

export function confirmForgotPassword(services: PoolServices, original: Target): Target {
  return async (ctx, request) => {
    const pool = await poolOf(services, ctx, request);
    checkPassword(request.Password ?? '', pool.options);
    if (!request.ConfirmationCode) throw new CodeMismatchError();
    const answer = await original(ctx, request).catch((error: unknown) => {
      throw error instanceof UserNotFoundError ? new CodeMismatchError() : error;
    });
    await markEmailVerified(services, ctx, request);
    return answer;
  };
}
