import { safeNext } from '@marketplace/services/domain/identity';
import { deviceOf, formAction, pageWith } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { challengeCookie } from '../../../../src/identity/challenge-cookies';
import { formEmailCookie, sessionCookies } from '../../../../src/identity/session-cookies';
import { signIn } from '../../../../src/identity/user-pool/sign-in';

export const POST = formAction({
  schema: inputs.signIn,
  page: '/auth/sign-in',
  attempt: { action: 'sign-in', account: ({ email }) => email },
  run: async ({ email, password, next }, request) => {
    const result = await signIn(email, password, deviceOf(request));
    if ('challenge' in result) {
      const location = pageWith('/auth/second-factor', { next: safeNext(next) });
      return { location, cookies: [challengeCookie(result.challenge)] };
    }
    const cookies = [...sessionCookies(result.session), formEmailCookie('')];
    return { location: safeNext(next), cookies };
  },
});
