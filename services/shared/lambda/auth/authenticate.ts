import { ACCESS_COOKIE, cookieValue } from '../../../domain/identity';
import { ProblemError } from '../problems';
import type { AccessTokens } from './access-token';
import type { Actor } from './actor';
import { type GuestTokens, isGuestToken } from './guest-token';

const BEARER = /^Bearer +(\S+)$/i;

export interface Authentication {
  accessTokens: AccessTokens;
  /** Absent in services that know no guests. */
  guestTokens?: GuestTokens;
}

/**
 * Who a request comes from: its bearer token, else its access cookie, else nobody.
 * @throws ProblemError `UNAUTHENTICATED` for a token that is not valid; it is never taken for nobody.
 */
export async function authenticate(headers: Headers, auth: Authentication): Promise<Actor> {
  const bearer = bearerToken(headers);
  if (bearer !== undefined) {
    if (auth.guestTokens && isGuestToken(bearer)) return guest(bearer, auth.guestTokens);
    return auth.accessTokens.verify(bearer);
  }
  const cookie = cookieValue(headers.get('cookie') ?? undefined, ACCESS_COOKIE);
  return cookie === undefined ? { kind: 'anonymous' } : auth.accessTokens.verify(cookie);
}

/** The token of the Authorization header, if there is one. */
export function bearerToken(headers: Headers): string | undefined {
  const header = headers.get('authorization');
  if (header === null) return undefined;
  const token = BEARER.exec(header.trim())?.[1];
  if (token === undefined) {
    throw new ProblemError('UNAUTHENTICATED', { detail: 'Expected a bearer token' });
  }
  return token;
}

function guest(token: string, guestTokens: GuestTokens): Actor {
  const bookingId = guestTokens.verify(token);
  if (bookingId === undefined) {
    throw new ProblemError('UNAUTHENTICATED', { detail: 'The access token is not valid' });
  }
  return { kind: 'guest', bookingId };
}
