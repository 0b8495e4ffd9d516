const NONCE_BYTES = 16;

/** A number used once, for one answer. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return btoa(String.fromCharCode(...bytes));
}

/** The policy of the shell's own routes; they talk to nobody but this origin. */
export function policyWith(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const WIDENED = ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src'];

/** A policy that lets one more origin run on the page: for the team member whose machine it is. */
export function policyWithOrigin(policy: string, origin: string): string {
  return policy
    .split('; ')
    .map((directive) => {
      const [name = ''] = directive.split(' ');
      if (!WIDENED.includes(name)) return directive;
      const live = name === 'connect-src' ? ` ${origin.replace(/^http/, 'ws')}` : '';
      return `${directive} ${origin}${live}`;
    })
    .join('; ');
}
