import { deviceOf, formAction } from '../../../../../src/auth-forms/server/action';
import { inputs } from '../../../../../src/auth-forms/server/inputs';
import { appSecretCookie } from '../../../../../src/identity/challenge-cookies';
import { newAppSecret } from '../../../../../src/identity/user-pool/account';
import { requireProof } from '../../../../../src/identity/user-pool/sign-in';
import { requireSignedIn } from '../../../../../src/identity/viewer';

const PAGE = '/account/second-factor';

/** A stolen session alone must not be able to lock its owner out. */
export const POST = formAction({
  schema: inputs.beginSecondFactor,
  page: PAGE,
  attempt: {
    action: 're-authenticate',
    account: async (_input, request) => (await requireSignedIn(request)).username,
  },
  run: async ({ password }, request) => {
    const { username, accessToken } = await requireSignedIn(request);
    await requireProof(username, { password }, deviceOf(request));
    return { location: PAGE, cookies: [appSecretCookie(await newAppSecret(accessToken))] };
  },
});
