import {
  AdminInitiateAuthCommand,
  AdminRespondToAuthChallengeCommand,
  type AdminRespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { env } from '../../env';
import { AuthProblem, problemOf } from '../problem';
import type { Session } from '../session-cookies';
import { clientId, poolId, sessionOf, userPool } from './client';
import { revokeSession } from './sessions';

/** What the user pool's risk checks are told about the person's device. */
export interface Device {
  ipAddress: string;
  userAgent: string;
}

/** A sign-in that waits for the code of the authenticator app. */
export interface Challenge {
  username: string;
  /** Cognito's, good for a few minutes. */
  session: string;
}

export type SignInResult = { session: Session } | { challenge: Challenge };

const SECOND_FACTOR = 'SOFTWARE_TOKEN_MFA';

/** The password is checked first; an account with a second factor is then asked for its code. */
export async function signIn(
  username: string,
  password: string,
  device: Device,
): Promise<SignInResult> {
  const answer = await userPool()
    .send(
      new AdminInitiateAuthCommand({
        ...poolId(),
        ...clientId(),
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: username, PASSWORD: password },
        ContextData: contextOf(device),
      }),
    )
    .catch(asWrongCredentials);
  const { ChallengeName, ChallengeParameters, Session } = answer;
  if (ChallengeName === undefined) return { session: sessionOf(answer.AuthenticationResult) };
  if (ChallengeName !== SECOND_FACTOR || !Session) {
    throw new AuthProblem('PASSWORD_CHANGE_REQUIRED');
  }
  return {
    challenge: { username: ChallengeParameters?.USER_ID_FOR_SRP ?? username, session: Session },
  };
}

/** @throws {AuthProblem} `CODE_MISMATCH`, or `CHALLENGE_OVER` when the password must be given again */
export async function answerChallenge(
  { username, session }: Challenge,
  code: string,
  device: Device,
): Promise<Session> {
  const answer = await userPool()
    .send(
      new AdminRespondToAuthChallengeCommand({
        ...poolId(),
        ...clientId(),
        ChallengeName: SECOND_FACTOR,
        ChallengeResponses: { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE: code },
        Session: session,
        ContextData: contextOf(device),
      }),
    )
    .catch(asChallengeOver);
  return sessionOf(answer.AuthenticationResult);
}

/** Whoever changes an account proves once more who they are; gives the tokens of that proof. */
export async function reauthenticate(
  username: string,
  { password, code }: { password: string; code?: string | undefined },
  device: Device,
): Promise<Session> {
  const result = await signIn(username, password, device);
  if ('session' in result) return result.session;
  if (code === undefined) throw new AuthProblem('CODE_MISMATCH');
  return answerChallenge(result.challenge, code, device);
}

/** As `reauthenticate`, when nothing but the proof is wanted. */
export async function requireProof(...args: Parameters<typeof reauthenticate>): Promise<void> {
  const { refreshToken } = await reauthenticate(...args);
  if (refreshToken) await revokeSession(refreshToken);
}

function contextOf({ ipAddress, userAgent }: Device) {
  return {
    IpAddress: ipAddress,
    ServerName: new URL(env().PUBLIC_ORIGIN).host,
    ServerPath: '/auth/sign-in',
    HttpHeaders: [{ headerName: 'user-agent', headerValue: userAgent }],
  };
}

/** Whatever the pool says about the password itself, here it is simply not the right one. */
function asWrongCredentials(error: unknown): never {
  throw problemOf(error).code === 'WEAK_PASSWORD'
    ? new AuthProblem('WRONG_CREDENTIALS', { cause: error })
    : error;
}

function asChallengeOver(error: unknown): AdminRespondToAuthChallengeCommandOutput {
  throw problemOf(error).code === 'WRONG_CREDENTIALS'
    ? new AuthProblem('CHALLENGE_OVER', { cause: error })
    : error;
}
