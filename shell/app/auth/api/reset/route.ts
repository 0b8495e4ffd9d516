import { safeNext } from '@marketplace/services/domain/identity';
import { formAction, pageWith } from '../../../../src/auth-forms/action';
import { inputs } from '../../../../src/auth-forms/inputs';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { resetPassword } from '../../../../src/identity/user-pool';

export const POST = formAction({
  schema: inputs.reset,
  page: '/auth/forgot?step=reset',
  run: async ({ email, code, password, next }) => {
    await resetPassword(email, code, password);
    const location = pageWith('/auth/sign-in', { notice: 'reset', next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});
