import { bucketOf } from '@marketplace/services/domain/releases';

export interface AnsweredRequest {
  ip: string;
  userAgent: string;
  bucketCookie: string | undefined;
}

const ONE_YEAR_SECONDS = 31536000;

/** Attributes of the bucket cookie. */
export const BUCKET_COOKIE_ATTRIBUTES = `Path=/; Max-Age=${ONE_YEAR_SECONDS}; Secure; HttpOnly; SameSite=Lax`;

/** Makes the browser forget a cookie of this host. */
export const ENDED_COOKIE_ATTRIBUTES = 'Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax';

/** The bucket to remember, the one the viewer-router counted with; `undefined` when it is kept already. */
export function bucketToSet(request: AnsweredRequest): string | undefined {
  const bucket = String(bucketOf(request.bucketCookie, request.ip, request.userAgent));
  return request.bucketCookie === bucket ? undefined : bucket;
}

/**
 * What the browser may keep of a page that the distribution caches: nothing without asking, so that
 * a changed market or release shows at once. Files with their hash in the name keep their year.
 */
export function browserCacheControl(cacheControl: string | undefined): string | undefined {
  if (cacheControl === undefined || cacheControl.indexOf('immutable') >= 0) return cacheControl;
  if (cacheControl.indexOf('public') < 0) return cacheControl;
  return 'public, max-age=0, must-revalidate';
}
