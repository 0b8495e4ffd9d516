import { safeNext } from '@marketplace/services/domain/identity';
import { formAction, pageWith } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { asWrongCode } from '../../../../src/identity/hide-accounts';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { confirmSignUp } from '../../../../src/identity/user-pool/sign-up';

export const POST = formAction({
  schema: inputs.confirm,
  page: '/auth/confirm',
  attempt: { action: 'confirm', account: ({ email }) => email },
  run: async ({ email, code, next }) => {
    await confirmSignUp(email, code).catch(asWrongCode);
    const location = pageWith('/auth/sign-in', { notice: 'confirmed', next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});
