import { cookieValue } from '@marketplace/services/domain/identity';
import { z } from 'zod';
import { AuthProblem } from './problem';
import { hostCookie } from './session-cookies';
import type { Challenge } from './user-pool/sign-in';

/** Carries a sign-in from the password to the code; it is worth nothing without the code. */
export const CHALLENGE_COOKIE = '__Host-em_challenge';
/** Keeps the secret of an app that is being set up, so that the page can be shown again. */
export const APP_SECRET_COOKIE = '__Host-em_app_secret';

/** As long as Cognito waits. */
const CHALLENGE_SECONDS = 180;
const SET_UP_SECONDS = 15 * 60;

const challenge = z.object({ username: z.string().min(1), session: z.string().min(20) });

export function challengeCookie(value: Challenge | undefined): string {
  const text = value ? Buffer.from(JSON.stringify(value)).toString('base64url') : '';
  return hostCookie(CHALLENGE_COOKIE, text, value ? CHALLENGE_SECONDS : 0);
}

/** What a cookie says, when it can be read. */
function parseChallenge(text: string | undefined): Challenge | undefined {
  try {
    const json = Buffer.from(text ?? '', 'base64url').toString('utf8');
    return challenge.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

export function appSecretCookie(secret: string | undefined): string {
  return hostCookie(APP_SECRET_COOKIE, secret ?? '', secret ? SET_UP_SECONDS : 0);
}

/** A secret in Base32, when it is one. */
export function parseAppSecret(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Z2-7]{16,128}$/.test(text) ? text : undefined;
}

/**
 * The sign-in that a code is given for.
 * @throws {AuthProblem} `CHALLENGE_OVER` when there is none any more
 */
export function challengeOf(request: Request): Challenge {
  const cookies = request.headers.get('cookie') ?? undefined;
  const found = parseChallenge(cookieValue(cookies, CHALLENGE_COOKIE));
  if (!found) throw new AuthProblem('CHALLENGE_OVER');
  return found;
}
