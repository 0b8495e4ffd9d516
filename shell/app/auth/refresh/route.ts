import {
  cookieValue,
  ID_COOKIE,
  REFRESH_COOKIE,
  safeNext,
} from '@marketplace/services/domain/identity';
import { pageWith } from '../../../src/auth-forms/server/action';
import { problemOf } from '../../../src/identity/problem';
import { endedSessionCookies, sessionCookies } from '../../../src/identity/session-cookies';
import {
  isReuse,
  refreshSession,
  signOutEverywhere,
} from '../../../src/identity/user-pool/sessions';
import { viewerOf } from '../../../src/identity/viewer';

/** Exchanges the refresh token for new tokens and goes on; without one that works, to the sign-in page. */
export async function GET(request: Request): Promise<Response> {
  const next = safeNext(new URL(request.url).searchParams.get('next') ?? undefined);
  const cookies = request.headers.get('cookie') ?? undefined;
  const token = cookieValue(cookies, REFRESH_COOKIE);
  if (!token) return signInAgain('sign-in-first', next);
  try {
    return redirect(next, sessionCookies(await refreshSession(token)));
  } catch (error) {
    if (isReuse(error)) return endEverySession(cookies, next);
    // Whoever could not be asked today may be asked again: the session stays.
    if (problemOf(error).code === 'UNAVAILABLE') return unavailable();
    return signInAgain('sign-in-first', next);
  }
}

/** A token that was used up is used again: of its two holders one is a thief, so both are out. */
async function endEverySession(cookies: string | undefined, next: string): Promise<Response> {
  const { username } = await viewerOf(cookieValue(cookies, ID_COOKIE), { evenIfExpired: true });
  if (username) await signOutEverywhere(username);
  return signInAgain('reused', next);
}

function signInAgain(notice: string, next: string): Response {
  return redirect(pageWith('/auth/sign-in', { notice, next }), endedSessionCookies());
}

function unavailable(): Response {
  return redirect('/auth/sign-in?problem=UNAVAILABLE', []);
}

function redirect(location: string, cookies: string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
