import { createHash } from 'node:crypto';
import type { AttemptCount } from '../domain/identity';

/** Names a count without naming anybody. */
export function attemptHash({ key, windowStartSeconds }: AttemptCount): string {
  return createHash('sha256').update(`${key}|${windowStartSeconds}`).digest('hex');
}
