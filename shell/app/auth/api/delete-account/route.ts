import { deviceOf, formAction } from '../../../../src/auth-forms/server/action';
import { inputs } from '../../../../src/auth-forms/server/inputs';
import { askIdentity } from '../../../../src/identity/identity-service';
import { AuthProblem } from '../../../../src/identity/problem';
import { endedSessionCookies, formEmailCookie } from '../../../../src/identity/session-cookies';
import { revokeSession } from '../../../../src/identity/user-pool/sessions';
import { reauthenticate } from '../../../../src/identity/user-pool/sign-in';
import { requireSignedIn } from '../../../../src/identity/viewer';

/** The tokens of the proof given here, and no older ones, are what erasing is done with. */
export const POST = formAction({
  schema: inputs.proof,
  page: '/account/delete',
  attempt: {
    action: 're-authenticate',
    account: async (_input, request) => (await requireSignedIn(request)).username,
  },
  run: async (proof, request) => {
    const { username } = await requireSignedIn(request);
    const { accessToken, refreshToken } = await reauthenticate(username, proof, deviceOf(request));
    const answer = await askIdentity({ operation: 'erase-account', accessToken });
    if (answer.outcome === 'refused') {
      if (refreshToken) await revokeSession(refreshToken);
      throw new AuthProblem(answer.code);
    }
    return {
      location: '/auth/sign-in?notice=deleted',
      cookies: [...endedSessionCookies(), formEmailCookie('')],
    };
  },
});
