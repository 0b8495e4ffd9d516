import { CognitoError, NotAuthorizedError } from 'cognito-local/lib/errors';
import type { UserPool } from 'cognito-local/lib/services/userPoolService';
import type { Improve } from './target';
import { ownerOf } from './users';

type Policy = NonNullable<NonNullable<UserPool['Policies']>['PasswordPolicy']>;

const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/;

function failureOf(password: string, policy: Policy): string | undefined {
  if (password.length < (policy.MinimumLength ?? 8)) return 'Password not long enough';
  if (policy.RequireUppercase && !/[A-Z]/.test(password)) {
    return 'Password must have uppercase characters';
  }
  if (policy.RequireLowercase && !/[a-z]/.test(password)) {
    return 'Password must have lowercase characters';
  }
  if (policy.RequireNumbers && !/[0-9]/.test(password))
    return 'Password must have numeric characters';
  if (policy.RequireSymbols && !SYMBOL.test(password))
    return 'Password must have symbol characters';
  return undefined;
}

/** @throws CognitoError `InvalidPasswordException` when the pool's policy is not met */
export function checkPassword(password: string, pool: UserPool): void {
  const failure = failureOf(password, pool.Policies?.PasswordPolicy ?? {});
  if (failure === undefined) return;
  throw new CognitoError(
    'InvalidPasswordException',
    `Password did not conform with policy: ${failure}`,
  );
}

/** Needs the password there was; sessions go on until somebody ends them. */
export const changePassword: Improve = (services, original) => async (ctx, request) => {
  const { pool, user } = await ownerOf(services, ctx, request);
  if (user.Password !== request.PreviousPassword) {
    throw new NotAuthorizedError('Incorrect username or password.');
  }
  checkPassword(request.ProposedPassword ?? '', pool.options);
  return original(ctx, request);
};
