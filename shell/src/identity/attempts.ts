import type { Attempt, AttemptAction } from '@marketplace/services/domain/identity';
import { askIdentity } from './identity-service';
import { AuthProblem } from './problem';

/** Attempts that are guesses: who guessed right has not used one up. What sends mail always counts. */
const GUESSES: readonly AttemptAction[] = [
  'sign-in',
  'second-factor',
  'confirm',
  'reset',
  're-authenticate',
];

/**
 * Does something that may be tried only so often. Without an answer from the limiter it is not done:
 * a limiter that can be made to fail would be none.
 * @throws {AuthProblem} `TOO_MANY_ATTEMPTS` with the seconds to wait
 */
export async function withinLimits<T>(attempt: Attempt, run: () => Promise<T>): Promise<T> {
  const begun = await askIdentity({ operation: 'begin-attempt', attempt });
  if (begun.outcome === 'limited') {
    const { retryAfterSeconds } = begun;
    throw new AuthProblem('TOO_MANY_ATTEMPTS', { retryAfterSeconds });
  }
  const result = await run();
  if (GUESSES.includes(attempt.action)) {
    await askIdentity({ operation: 'forgive-attempt', attempt }).catch(() => undefined);
  }
  return result;
}
