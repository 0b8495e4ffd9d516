export {
  ACCESS_RULES,
  type AccessRule,
  accessFor,
  allows,
  GROUPS,
  type Group,
  isProtectedPath,
  PROTECTED_PATTERNS,
} from './access';
export {
  ATTEMPT_ACTIONS,
  type Attempt,
  type AttemptAction,
  type AttemptCount,
  countsOf,
} from './attempts';
export { ACCESS_COOKIE, cookieValue, ID_COOKIE, MAX_TOKEN_CHARS, REFRESH_COOKIE } from './cookies';
export { isForgedHeader } from './forged';
export { canonicalPath, isDataPath, pagePathOf, safeNext } from './paths';
