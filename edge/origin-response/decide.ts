export interface OriginAnswer {
  status: number;
  pageCacheControl: string | undefined;
  setsCookie: boolean;
}

const NO_STORE = 'no-store';

/**
 * The `cache-control` that our distribution obeys. Only what the shell names may be cached; an
 * answer that sets a cookie or failed on the server never is.
 */
export function decide(answer: OriginAnswer): string {
  if (answer.pageCacheControl === undefined) return NO_STORE;
  return answer.setsCookie || answer.status >= 500 ? NO_STORE : answer.pageCacheControl;
}
