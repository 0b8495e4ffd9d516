/**
 * Request headers that only our own layers may set. The first five families carry decisions of the
 * edge; the rest steer routing inside Next or behind proxies.
 */
const FORGED =
  /^(?:x-(?:user-|market|near-|snapshot-|mf-|forwarded-|middleware-|edge-|origin|invoke-|matched-path|now-|prerender-|vercel-|rewrite-|http-method|host|real-ip|client-ip|page-cache-control|local-viewer)|forwarded$|true-client-ip$|cdn-loop-)/;

/** Whether a header (lower case) sent by a viewer must not reach the origin. */
export function isForgedHeader(name: string): boolean {
  return FORGED.test(name);
}
