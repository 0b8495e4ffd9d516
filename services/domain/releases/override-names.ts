/** A team member's signed wish to see one slice from elsewhere; no script and no other host can set it. */
export const OVERRIDE_COOKIE = '__Host-em_slices';
/** The wish on the way to a page of the cache: part of its key, so that nobody else is answered with it. */
export const OVERRIDE_HEADER = 'x-mf-override';
/** Who wishes it: the access token, beside the wish and nowhere else. */
export const OVERRIDE_SESSION_HEADER = 'x-mf-session';
/** On an answer: the wish was refused, and its cookie is to go. */
export const OVERRIDE_REFUSED_HEADER = 'x-mf-override-refused';

const SIGNED = /^[A-Za-z0-9_-]{1,400}\.[A-Za-z0-9_-]{43}$/;

/** Whether a value looks like a signed wish at all; only the shell can tell whether it is one. */
export function isOverrideLike(value: string | undefined): value is string {
  return value !== undefined && SIGNED.test(value);
}
