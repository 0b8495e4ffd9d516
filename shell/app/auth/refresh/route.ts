import { cookieValue, REFRESH_COOKIE, safeNext } from '@marketplace/services/domain/identity';
import { pageWith } from '../../../src/auth-forms/action';
import { endedSessionCookies, sessionCookies } from '../../../src/identity/session-cookies';
import { refreshSession } from '../../../src/identity/user-pool';

/** Exchanges the refresh token for new tokens and goes on; without one that works, to the sign-in page. */
export async function GET(request: Request): Promise<Response> {
  const next = safeNext(new URL(request.url).searchParams.get('next') ?? undefined);
  const token = cookieValue(request.headers.get('cookie') ?? undefined, REFRESH_COOKIE);
  if (token) {
    try {
      return redirect(next, sessionCookies(await refreshSession(token)));
    } catch {
      // Revoked or expired: the person signs in again.
    }
  }
  const location = pageWith('/auth/sign-in', { notice: 'sign-in-first', next });
  return redirect(location, endedSessionCookies());
}

function redirect(location: string, cookies: string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}
