import { cookieValue, ID_COOKIE, REFRESH_COOKIE } from '@marketplace/services/domain/identity';
import { formAction } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { endedSessionCookies } from '../../../../src/identity/session-cookies';
import { revokeSession, signOutEverywhere } from '../../../../src/identity/user-pool/sessions';
import { viewerOf } from '../../../../src/identity/viewer';

export const POST = formAction({
  schema: inputs.signOut,
  page: '/account',
  run: async ({ everywhere }, request) => {
    const cookie = request.headers.get('cookie') ?? undefined;
    const { username } = await viewerOf(cookieValue(cookie, ID_COOKIE));
    if (everywhere && username) await signOutEverywhere(username);
    await revoke(cookieValue(cookie, REFRESH_COOKIE));
    return { location: '/auth/sign-in?notice=signed-out', cookies: endedSessionCookies() };
  },
});

/** The browser forgets the session in any case; a token that cannot be revoked expires by itself. */
async function revoke(refreshToken: string | undefined): Promise<void> {
  if (refreshToken) await revokeSession(refreshToken).catch(() => undefined);
}
