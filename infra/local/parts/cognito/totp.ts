import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** Clocks may be one step apart. */
const WINDOW_STEPS = 1;

/** RFC 6238 as authenticator apps do it: SHA-1, six digits, thirty seconds. */
function totpOf(secret: string): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
}

/** A new secret in Base32. */
export function newSecret(): string {
  return new Secret({ size: 32 }).base32;
}

/** The code of a moment. */
export function codeAt(secret: string, nowMs: number): string {
  return totpOf(secret).generate({ timestamp: nowMs });
}

/** Seconds until the next code. */
export function secondsLeft(nowMs: number): number {
  return PERIOD_SECONDS - (Math.floor(nowMs / 1000) % PERIOD_SECONDS);
}

/** The step of time whose code this is, or undefined when it is of none around now. */
export function stepOf(secret: string, code: string, nowMs: number): number | undefined {
  const totp = totpOf(secret);
  const delta = totp.validate({ token: code, timestamp: nowMs, window: WINDOW_STEPS });
  return delta === null ? undefined : Math.floor(nowMs / 1000 / PERIOD_SECONDS) + delta;
}
