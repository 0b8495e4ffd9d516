import { safeNext } from '@marketplace/services/domain/identity';
import { formAction, pageWith } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { asWrongCode } from '../../../../src/identity/hide-accounts';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { resetPassword } from '../../../../src/identity/user-pool/passwords';
import { signOutEverywhere } from '../../../../src/identity/user-pool/sessions';

/** Whoever had the old password is out. */
export const POST = formAction({
  schema: inputs.reset,
  page: '/auth/forgot?step=reset',
  attempt: { action: 'reset', account: ({ email }) => email },
  run: async ({ email, code, password, next }) => {
    await resetPassword(email, code, password).catch(asWrongCode);
    await signOutEverywhere(email);
    const location = pageWith('/auth/sign-in', { notice: 'reset', next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});
