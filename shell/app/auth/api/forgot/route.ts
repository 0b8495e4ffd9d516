import { safeNext } from '@marketplace/services/domain/identity';
import { formAction, pageWith } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { asIfSent } from '../../../../src/identity/hide-accounts';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { requestPasswordReset } from '../../../../src/identity/user-pool/passwords';
import { requestMarket } from '../../../../src/market/market-of';

export const POST = formAction({
  schema: inputs.forgot,
  page: '/auth/forgot',
  attempt: { action: 'forgot', account: ({ email }) => email },
  run: async ({ email, next }, request) => {
    const { code: market } = requestMarket(request);
    await requestPasswordReset(email, { market }).catch(asIfSent);
    const location = pageWith('/auth/forgot', { step: 'reset', next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});
