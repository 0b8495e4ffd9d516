const ISSUER = 'Ecosystem Marketplace';

/** What an authenticator app reads from the QR code (key URI format). */
export function appUri(email: string, secret: string): string {
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(email)}`;
  const query = new URLSearchParams({ secret, issuer: ISSUER }).toString().replaceAll('+', '%20');
  return `otpauth://totp/${label}?${query}`;
}

/** `ABCD EFGH …`, as it is typed. */
export function inGroups(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
