/** Visitors are split into this many buckets; a canary takes the lowest ones. */
export const BUCKET_COUNT = 100;

/** The cookie that keeps a visitor in one bucket. */
export const BUCKET_COOKIE = 'mfb';

const BUCKET = /^(?:0|[1-9][0-9]?)$/;

/** A visitor's bucket, 0–99: the cookie's when it is sound, otherwise a hash of address and browser. */
export function bucketOf(cookie: string | undefined, ip: string, userAgent: string): number {
  return cookie !== undefined && BUCKET.test(cookie)
    ? Number(cookie)
    : hashOf(`${ip} ${userAgent}`);
}

/** FNV-1a over UTF-16 units, reduced to a bucket. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % BUCKET_COUNT;
}
