import { type Attempt, type AttemptCount, countsOf } from '../../domain/identity';
import { written } from '../../shared/table';
import { attemptHash } from '../attempt-hash';
import type { IdentityContext } from '../context';
import type { IdentityAnswer } from '../contract';

/** Items outlive their window a little, since clocks differ. */
const KEPT_SECONDS = 300;

/** Counts an attempt before it is made, so that many at once do not get past the limit. */
export async function beginAttempt(
  ctx: Pick<IdentityContext, 'table' | 'now'>,
  attempt: Attempt,
): Promise<IdentityAnswer> {
  for (const count of countsOf(attempt, ctx.now)) {
    if (await countOneMore(ctx, count)) continue;
    const leftSeconds = Math.ceil(count.windowEndSeconds - ctx.now.getTime() / 1000);
    return { outcome: 'limited', retryAfterSeconds: Math.max(1, leftSeconds) };
  }
  return { outcome: 'done' };
}

function countOneMore(
  { table }: Pick<IdentityContext, 'table'>,
  attempt: AttemptCount,
): Promise<boolean> {
  return written(
    table.attempts
      .upsert({
        attemptHash: attemptHash(attempt),
        expiresAtSeconds: attempt.windowEndSeconds + KEPT_SECONDS,
      })
      .add({ count: 1 })
      .where(({ count }, { notExists, lt }) => `${notExists(count)} OR ${lt(count, attempt.most)}`)
      .go(),
  );
}
