import { safeNext } from '@marketplace/services/domain/identity';
import { formAction, pageWith } from '../../../../src/auth-forms/action';
import { inputs } from '../../../../src/auth-forms/inputs';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { resendCode } from '../../../../src/identity/user-pool';

export const POST = formAction({
  schema: inputs.resend,
  page: '/auth/confirm',
  run: async ({ email, next }) => {
    await resendCode(email);
    const location = pageWith('/auth/confirm', { notice: 'resent', next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});
