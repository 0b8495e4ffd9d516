import { describe, expect, it } from 'vitest';
import { endedSessionCookies, formEmailCookie, sessionCookies } from './session-cookies';

const SESSION = { accessToken: 'a', idToken: 'i', refreshToken: 'r', expiresInSeconds: 1800 };

describe('session cookies', () => {
  it('are out of reach of scripts, other hosts and plain HTTP', () => {
    for (const cookie of [...sessionCookies(SESSION), ...endedSessionCookies()]) {
      expect(cookie).toMatch(/^__Host-em_(access|id|refresh)=/);
      expect(cookie).toContain('; Path=/; ');
      expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
      expect(cookie).not.toContain('Domain');
    }
  });

  it('live as long as their tokens, and the id token’s as long as the session', () => {
    const [access, id, refresh] = sessionCookies(SESSION);
    expect(access).toContain('__Host-em_access=a; Path=/; Max-Age=1800');
    expect(id).toContain('Max-Age=2592000');
    expect(refresh).toContain('__Host-em_refresh=r; Path=/; Max-Age=2592000');
  });

  it('leave the refresh token alone when a session is refreshed', () => {
    const { refreshToken: _, ...refreshed } = SESSION;
    expect(sessionCookies(refreshed).join()).not.toContain('em_refresh');
  });

  it('are all ended on signing out', () => {
    expect(endedSessionCookies()).toHaveLength(3);
    for (const cookie of endedSessionCookies()) expect(cookie).toContain('=; Path=/; Max-Age=0');
  });
});

describe('the address kept between forms', () => {
  it('cannot break out of its cookie', () => {
    expect(formEmailCookie('a;b@c.test')).toContain('em_form_email=a%3Bb%40c.test; Path=/');
  });

  it('is forgotten when empty', () => {
    expect(formEmailCookie('')).toContain('Max-Age=0');
  });
});
