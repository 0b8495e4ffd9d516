import { safeNext } from '@marketplace/services/domain/identity';
import { deviceOf, formAction } from '../../../../src/auth-forms/action';
import { inputs } from '../../../../src/auth-forms/inputs';
import { formEmailCookie, sessionCookies } from '../../../../src/identity/session-cookies';
import { signIn } from '../../../../src/identity/user-pool';

export const POST = formAction({
  schema: inputs.signIn,
  page: '/auth/sign-in',
  run: async ({ email, password, next }, request) => {
    const session = await signIn(email, password, deviceOf(request));
    return { location: safeNext(next), cookies: [...sessionCookies(session), formEmailCookie('')] };
  },
});
