import { ProblemError } from '../problems';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a write that a foreign page may have made the browser send.
 * A bearer token cannot be sent by accident; everything else must say that it comes from our origin.
 */
export function requireSameOrigin(method: string, headers: Headers, publicOrigin: string): void {
  if (SAFE_METHODS.includes(method) || headers.has('authorization')) return;
  const isOurs =
    headers.get('sec-fetch-site') === 'same-origin' || headers.get('origin') === publicOrigin;
  if (!isOurs) throw new ProblemError('CSRF_REFUSED');
}
