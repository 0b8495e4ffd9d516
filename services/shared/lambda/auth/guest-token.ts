import { createHmac, timingSafeEqual } from 'node:crypto';

const PREFIX = 'guest';

/** Signs and reads the tokens that open one booking without an account. */
export interface GuestTokens {
  /** `guest.<bookingId>.<signature>`: the same for the same booking, safe in a URL. */
  sign(bookingId: string): string;
  /** The booking a token opens, or undefined when it was not signed by us. */
  verify(token: string): string | undefined;
}

/** Guest access tokens under the link secret. */
export function guestTokens(secret: string): GuestTokens {
  const signatureOf = (bookingId: string) =>
    createHmac('sha256', secret).update(`${PREFIX}.${bookingId}`).digest();
  return {
    sign: (bookingId) => `${PREFIX}.${bookingId}.${signatureOf(bookingId).toString('base64url')}`,
    verify(token) {
      const [prefix, bookingId = '', signature = '', ...rest] = token.split('.');
      if (prefix !== PREFIX || bookingId === '' || rest.length > 0) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const expected = signatureOf(bookingId);
      const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
      return isOurs ? bookingId : undefined;
    },
  };
}

/** Whether a bearer token claims to be a guest's. */
export function isGuestToken(token: string): boolean {
  return token.startsWith(`${PREFIX}.`);
}
