import { OVERRIDE_COOKIE } from '@marketplace/services/domain/releases';

/** An override ends by itself after an hour, and with the session. */
export const OVERRIDE_SECONDS = 3_600;

export const overrideCookie = (value: string): string => hostCookie(value, OVERRIDE_SECONDS);

export const endedOverrideCookie = (): string => hostCookie('', 0);

function hostCookie(value: string, maxAgeSeconds: number): string {
  return `${OVERRIDE_COOKIE}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Lax`;
}
