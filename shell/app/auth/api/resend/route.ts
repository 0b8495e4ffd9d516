import { safeNext } from '@marketplace/services/domain/identity';
import { formAction, pageWith } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { asIfSent } from '../../../../src/identity/hide-accounts';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { resendCode } from '../../../../src/identity/user-pool/sign-up';
import { requestMarket } from '../../../../src/market/market-of';

export const POST = formAction({
  schema: inputs.resend,
  page: '/auth/confirm',
  attempt: { action: 'resend', account: ({ email }) => email },
  run: async ({ email, next }, request) => {
    const { code: market } = requestMarket(request);
    await resendCode(email, { market }).catch(asIfSent);
    const location = pageWith('/auth/confirm', { notice: 'resent', next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});
