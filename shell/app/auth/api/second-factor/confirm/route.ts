import { formAction, pageWith } from '../../../../../src/auth-forms/server/action';
import { inputs } from '../../../../../src/auth-forms/server/inputs';
import { appSecretCookie } from '../../../../../src/identity/challenge-cookies';
import { turnOnSecondFactor } from '../../../../../src/identity/user-pool/account';
import { requireSignedIn } from '../../../../../src/identity/viewer';

/** Refreshing follows, so that roles that waited for the second factor are there at once. */
export const POST = formAction({
  schema: inputs.confirmSecondFactor,
  page: '/account/second-factor',
  attempt: {
    action: 'second-factor',
    account: async (_input, request) => (await requireSignedIn(request)).username,
  },
  run: async ({ code }, request) => {
    const { accessToken } = await requireSignedIn(request);
    await turnOnSecondFactor(accessToken, code);
    return {
      location: pageWith('/auth/refresh', { next: '/account?notice=second-factor-on' }),
      cookies: [appSecretCookie(undefined)],
    };
  },
});
