import { ACCESS_COOKIE, ID_COOKIE, REFRESH_COOKIE } from '@marketplace/services/domain/identity';

export interface Session {
  accessToken: string;
  idToken: string;
  /** Life of access and id token, in seconds. */
  expiresInSeconds: number;
  /** Absent where none was given: the one the browser has goes on. */
  refreshToken?: string;
}

/** Carries an address from one form to the next without putting it into a URL. */
export const FORM_EMAIL_COOKIE = '__Host-em_form_email';

const REFRESH_SECONDS = 30 * 24 * 3600;
const FORM_SECONDS = 15 * 60;

/** `Set-Cookie` lines of a session. `__Host-` ties them to this host, its root path and HTTPS. */
export function sessionCookies(session: Session): string[] {
  const { accessToken, idToken, refreshToken, expiresInSeconds } = session;
  return [
    hostCookie(ACCESS_COOKIE, accessToken, expiresInSeconds),
    // Kept longer than it is valid: it says whose session a stolen refresh token was of.
    hostCookie(ID_COOKIE, idToken, REFRESH_SECONDS),
    ...(refreshToken ? [hostCookie(REFRESH_COOKIE, refreshToken, REFRESH_SECONDS)] : []),
  ];
}

/** `Set-Cookie` lines that end a session in this browser. */
export function endedSessionCookies(): string[] {
  return [ACCESS_COOKIE, ID_COOKIE, REFRESH_COOKIE].map((name) => hostCookie(name, '', 0));
}

/** Remembers the address for the next form; an empty one forgets it. */
export function formEmailCookie(email: string): string {
  const seconds = email === '' ? 0 : FORM_SECONDS;
  // What was cut in the middle of a character is no text that can be escaped.
  const text = Buffer.from(email).toString();
  return hostCookie(FORM_EMAIL_COOKIE, encodeURIComponent(text), seconds);
}

/** A cookie of this host alone, that no script reads. */
export function hostCookie(name: string, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Lax`;
}
