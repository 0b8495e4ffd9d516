import { safeNext } from '@marketplace/services/domain/identity';
import { formAction, pageWith } from '../../../../src/auth-forms/action';
import { inputs } from '../../../../src/auth-forms/inputs';
import { formEmailCookie } from '../../../../src/identity/session-cookies';
import { signUp } from '../../../../src/identity/user-pool';

export const POST = formAction({
  schema: inputs.signUp,
  page: '/auth/sign-up',
  run: async ({ email, password, name, next }) => {
    await signUp(email, password, name);
    const location = pageWith('/auth/confirm', { next: safeNext(next) });
    return { location, cookies: [formEmailCookie(email)] };
  },
});
