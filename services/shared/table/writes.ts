/** Whether a conditional write went through; false when its condition did not hold. Other failures throw. */
export async function written(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

function isConditionFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'ConditionalCheckFailedException') return true;
  return isConditionFailure(error.cause);
}

/** What became of a transaction: `failed` lists the items, by place, whose conditions did not hold. */
export type TransactionOutcome =
  | { ok: true }
  | { ok: false; reason: 'condition'; failed: number[] }
  | { ok: false; reason: 'contention' };

interface Transaction {
  go(): Promise<{
    canceled: boolean;
    data: readonly ({ rejected: boolean; code?: string } | null)[];
  }>;
}

const ATTEMPTS = 5;
const BACKOFF_MS = 20;

/**
 * Carries out a transaction, again if others were writing the same items at the same moment.
 * A lost answer is settled by the SDK, which repeats the request under the same client token.
 */
export async function transact(build: () => Transaction): Promise<TransactionOutcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { canceled, data } = await build().go();
    if (!canceled) return { ok: true };
    const failed = data.flatMap((item, place) =>
      item?.code === 'ConditionalCheckFailed' ? [place] : [],
    );
    if (failed.length > 0) return { ok: false, reason: 'condition', failed };
    await pause(BACKOFF_MS * attempt * (1 + Math.random()));
  }
  return { ok: false, reason: 'contention' };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
