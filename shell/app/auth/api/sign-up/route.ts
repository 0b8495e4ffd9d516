import { safeNext } from '@marketplace/services/domain/identity';
import type { MarketCode } from '@marketplace/services/domain/markets';
import { formAction, pageWith } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { askIdentity } from '../../../../src/identity/identity-service';
import { problemOf } from '../../../../src/identity/problem';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { resendCode, signUp } from '../../../../src/identity/user-pool/sign-up';
import { requestMarket } from '../../../../src/market/market-of';

export const POST = formAction({
  schema: inputs.signUp,
  page: '/auth/sign-up',
  attempt: { action: 'sign-up', account: ({ email }) => email },
  run: async ({ email, password, name, next }, request) => {
    const { code: market } = requestMarket(request);
    await signUp({ email, password, name }, { market }).catch((error: unknown) => {
      if (problemOf(error).code !== 'EMAIL_TAKEN') throw error;
      return remindOwner(email, market);
    });
    const location = pageWith('/auth/confirm', { next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});

/** The page answers everybody alike; only the mailbox learns that there is an account. */
async function remindOwner(email: string, market: MarketCode): Promise<void> {
  try {
    await resendCode(email, { market });
  } catch (error) {
    if (problemOf(error).code !== 'INVALID_INPUT') throw error;
    await askIdentity({ operation: 'tell-owner', email, market });
  }
}
