import { safeNext } from '@marketplace/services/domain/identity';
import { deviceOf, formAction } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { challengeCookie, challengeOf } from '../../../../src/identity/challenge-cookies';
import { formEmailCookie, sessionCookies } from '../../../../src/identity/session-cookies';
import { answerChallenge } from '../../../../src/identity/user-pool/sign-in';

export const POST = formAction({
  schema: inputs.secondFactor,
  page: '/auth/second-factor',
  attempt: {
    action: 'second-factor',
    account: (_input, request) => challengeOf(request).username,
  },
  run: async ({ code, next }, request) => {
    const session = await answerChallenge(challengeOf(request), code, deviceOf(request));
    return {
      location: safeNext(next),
      cookies: [...sessionCookies(session), challengeCookie(undefined), formEmailCookie('')],
    };
  },
});
