import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerChallenge, requireProof, signIn } from './sign-in';

const send = vi.hoisted(() => vi.fn());
vi.mock('../../env', () => ({ env: () => ({ PUBLIC_ORIGIN: 'https://market.example' }) }));
vi.mock('./client', async (original) => ({
  ...(await original<object>()),
  userPool: () => ({ send }),
  poolId: () => ({ UserPoolId: 'pool' }),
  clientId: () => ({ ClientId: 'client' }),
}));

const DEVICE = { ipAddress: '203.0.113.9', userAgent: 'test' };
const TOKENS = { AccessToken: 'a', IdToken: 'i', RefreshToken: 'r', ExpiresIn: 1800 };
const CHALLENGE = {
  ChallengeName: 'SOFTWARE_TOKEN_MFA',
  ChallengeParameters: { USER_ID_FOR_SRP: 'u-1' },
  Session: 'a-session-of-cognito',
};
const failure = (name: string, message = '') => Object.assign(new Error(message), { name });
const sent = () => send.mock.calls.map(([command]) => command.constructor.name);

beforeEach(() => send.mockReset());

describe('signing in', () => {
  it('gives a session, or a challenge that is worth nothing without its code', async () => {
    send.mockResolvedValueOnce({ AuthenticationResult: TOKENS });
    expect(await signIn('ada', 'right', DEVICE)).toMatchObject({ session: { accessToken: 'a' } });
    send.mockResolvedValueOnce(CHALLENGE);
    const result = await signIn('ada', 'right', DEVICE);
    expect(result).toEqual({ challenge: { username: 'u-1', session: CHALLENGE.Session } });
  });

  it('tells a challenge that is over from a code that is wrong', async () => {
    const challenge = { username: 'u-1', session: CHALLENGE.Session };
    send.mockRejectedValueOnce(failure('NotAuthorizedException', 'Invalid session for the user'));
    await expect(answerChallenge(challenge, '123456', DEVICE)).rejects.toMatchObject({
      code: 'CHALLENGE_OVER',
    });
    send.mockRejectedValueOnce(failure('CodeMismatchException'));
    await expect(answerChallenge(challenge, '123456', DEVICE)).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
  });
});

describe('proving once more who one is', () => {
  it('needs the code too where sign-in asks for one, and leaves no session behind', async () => {
    send.mockResolvedValueOnce(CHALLENGE);
    await expect(requireProof('ada', { password: 'right' }, DEVICE)).rejects.toMatchObject({
      code: 'CODE_MISMATCH',
    });
    send.mockReset();
    send
      .mockResolvedValueOnce(CHALLENGE)
      .mockResolvedValueOnce({ AuthenticationResult: TOKENS })
      .mockResolvedValueOnce({});
    await requireProof('ada', { password: 'right', code: '123456' }, DEVICE);
    expect(sent()).toEqual([
      'AdminInitiateAuthCommand',
      'AdminRespondToAuthChallengeCommand',
      'RevokeTokenCommand',
    ]);
    expect(send.mock.lastCall?.[0].input).toEqual({ ClientId: 'client', Token: 'r' });
  });
});
