import { AuthProblem, type AuthProblemCode, problemOf } from './problem';

/** What says nothing about whether an address has an account. */
const TELLS_NOTHING: readonly AuthProblemCode[] = [
  'TOO_MANY_ATTEMPTS',
  'UNAVAILABLE',
  'WEAK_PASSWORD',
  'PASSWORD_USED_BEFORE',
];

/** A code that cannot be right, since there is no such account, reads as one that is wrong. */
export function asWrongCode(error: unknown): never {
  throw TELLS_NOTHING.includes(problemOf(error).code)
    ? error
    : new AuthProblem('CODE_MISMATCH', { cause: error });
}

/** A mail that is not sent, since there is no such account, is answered as one that is. */
export function asIfSent(error: unknown): void {
  if (TELLS_NOTHING.includes(problemOf(error).code)) throw error;
}
