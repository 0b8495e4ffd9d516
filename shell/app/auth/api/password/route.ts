import { formAction, pageWith } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { endedSessionCookies } from '../../../../src/identity/session-cookies';
import { changePassword } from '../../../../src/identity/user-pool/passwords';
import { signOutEverywhere } from '../../../../src/identity/user-pool/sessions';
import { requireSignedIn } from '../../../../src/identity/viewer';

/** Whoever had the old password is out: every session ends, this one too. */
export const POST = formAction({
  schema: inputs.changePassword,
  page: '/account/password',
  attempt: {
    action: 're-authenticate',
    account: async (_input, request) => (await requireSignedIn(request)).username,
  },
  run: async ({ current, password }, request) => {
    const { username, accessToken } = await requireSignedIn(request);
    await changePassword(accessToken, current, password);
    await signOutEverywhere(username);
    const location = pageWith('/auth/sign-in', { notice: 'password-changed', next: '/account' });
    return { location, cookies: endedSessionCookies() };
  },
});
