import { safeNext } from '@marketplace/services/domain/identity';
import { formAction, pageWith } from '../../../../src/auth-forms/action';
import { inputs } from '../../../../src/auth-forms/inputs';
import { problemOf } from '../../../../src/identity/problem';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { requestPasswordReset } from '../../../../src/identity/user-pool';

export const POST = formAction({
  schema: inputs.forgot,
  page: '/auth/forgot',
  run: async ({ email, next }) => {
    await requestPasswordReset(email).catch(hideUnknownAccounts);
    const location = pageWith('/auth/forgot', { step: 'reset', next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});

/** Whether an address has an account is nobody's business: the answer is the same. */
function hideUnknownAccounts(error: unknown): void {
  const { code } = problemOf(error);
  if (code === 'TOO_MANY_ATTEMPTS' || code === 'UNAVAILABLE') throw error;
}
