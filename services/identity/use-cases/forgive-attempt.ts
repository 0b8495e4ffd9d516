import { type Attempt, countsOf } from '../../domain/identity';
import { written } from '../../shared/table';
import { attemptHash } from '../attempt-hash';
import type { IdentityContext } from '../context';
import type { IdentityAnswer } from '../contract';

/** An attempt that was right: the account's failures are forgotten, the address gets this one back. */
export async function forgiveAttempt(
  { table, now }: Pick<IdentityContext, 'table' | 'now'>,
  attempt: Attempt,
): Promise<IdentityAnswer> {
  await Promise.all(
    countsOf(attempt, now).map((count) => {
      const key = { attemptHash: attemptHash(count) };
      return count.per === 'account'
        ? table.attempts.delete(key).go()
        : written(
            table.attempts
              .patch(key)
              .subtract({ count: 1 })
              .where(({ count: stored }, { gt }) => gt(stored, 0))
              .go(),
          );
    }),
  );
  return { outcome: 'done' };
}
