import { createTranslator } from 'use-intl/core';
import messages from '../../messages/en.json';
import type { AuthProblemCode } from '../identity/problem';

/** Words of the sign-in pages, for server components and route handlers. */
export const authWords = createTranslator({ locale: 'en', messages, namespace: 'auth' });

export function problemText(code: AuthProblemCode): string {
  return authWords(`problems.${code}`);
}

const NOTICES = [
  'confirmed',
  'reset',
  'resent',
  'signed-out',
  'sign-in-first',
  'password-changed',
  'deleted',
  'reused',
] as const;

/** The sentence for `?notice=…`; nothing for what is no notice. */
export function noticeText(value: unknown): string | undefined {
  const notice = NOTICES.find((name) => name === value);
  return notice && authWords(`notices.${notice}`);
}
