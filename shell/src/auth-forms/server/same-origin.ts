/**
 * Whether a write comes from a page of this site: the browser says so itself, or names this origin.
 * Requests that say neither are refused.
 */
export function isSameOrigin(headers: Headers, publicOrigin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  return headers.get('origin') === publicOrigin;
}
