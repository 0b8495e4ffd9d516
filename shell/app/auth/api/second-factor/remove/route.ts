import { deviceOf, formAction, pageWith } from '../../../../../src/auth-forms/server/action';
import { inputs } from '../../../../../src/auth-forms/server/inputs';
import { turnOffSecondFactor } from '../../../../../src/identity/user-pool/account';
import { requireProof } from '../../../../../src/identity/user-pool/sign-in';
import { requireSignedIn } from '../../../../../src/identity/viewer';

/** Refreshing follows, so that roles that need the second factor are gone at once. */
export const POST = formAction({
  schema: inputs.proof,
  page: '/account/second-factor',
  attempt: {
    action: 're-authenticate',
    account: async (_input, request) => (await requireSignedIn(request)).username,
  },
  run: async (proof, request) => {
    const { username, accessToken } = await requireSignedIn(request);
    await requireProof(username, proof, deviceOf(request));
    await turnOffSecondFactor(accessToken);
    return {
      location: pageWith('/auth/refresh', { next: '/account?notice=second-factor-off' }),
    };
  },
});
