import { createHash } from 'node:crypto';
import { type IdempotencyItem, type MarketTable, newId, written } from '../../table';
import { ProblemError } from '../problems';

const KEPT_SECONDS = 24 * 3600;
/** As long as a request may run; after that its worker is dead and another attempt may take over. */
const LOCK_MS = 30_000;

export interface StoredAnswer {
  status: number;
  body: string;
  contentType: string;
}

/** `operationId` is the same for every attempt of a write; before the first of them nothing can have been done. */
export type Begun =
  | { kind: 'begun'; operationId: string; isFirst: boolean }
  | { kind: 'answered'; answer: StoredAnswer };

export interface WriteKey {
  /** Who asks for what under which key. */
  keyHash: string;
  bodyHash: string;
}

/** The key under which a write is remembered. */
export function writeKey(scope: readonly string[], key: string, body: string): WriteKey {
  return { keyHash: hashOf(JSON.stringify([...scope, key])), bodyHash: hashOf(body) };
}

/** Finds the answer to an operation in what it wrote. */
type FindAnswer = (operationId: string) => Promise<StoredAnswer | undefined>;

/**
 * Begins a write, or finds the answer that it got before: the one that was kept, or what `findAnswer` knows.
 * @throws ProblemError `IDEMPOTENCY_KEY_REUSED` for another body, `IDEMPOTENCY_IN_PROGRESS` while it runs.
 */
export async function beginWrite(
  table: MarketTable,
  key: WriteKey,
  now: Date,
  findAnswer: FindAnswer,
): Promise<Begun> {
  const nowSeconds = Math.floor(now.getTime() / 1000);
  const operationId = newId(now);
  const isFirst = await written(
    table.idempotency
      .put({
        ...key,
        operationId,
        lockedUntilMs: now.getTime() + LOCK_MS,
        expiresAtSeconds: nowSeconds + KEPT_SECONDS,
      })
      .where(({ keyHash, expiresAtSeconds }, { notExists, lt }) =>
        [notExists(keyHash), lt(expiresAtSeconds, nowSeconds)].join(' OR '),
      )
      .go(),
  );
  return isFirst
    ? { kind: 'begun', operationId, isFirst }
    : resumeWrite(table, key, { operationId, now, findAnswer });
}

async function resumeWrite(
  table: MarketTable,
  key: WriteKey,
  own: { operationId: string; now: Date; findAnswer: FindAnswer },
): Promise<Begun> {
  const { keyHash } = key;
  const { data: known } = await table.idempotency.get({ keyHash }).go({ consistent: true });
  if (!known) throw new ProblemError('IDEMPOTENCY_IN_PROGRESS');
  if (known.bodyHash !== key.bodyHash) throw new ProblemError('IDEMPOTENCY_KEY_REUSED');
  // Ours, and only the answer to the put was lost.
  if (known.operationId === own.operationId) {
    return { kind: 'begun', operationId: own.operationId, isFirst: true };
  }
  const answer = keptAnswer(known) ?? (await own.findAnswer(known.operationId));
  if (answer) return { kind: 'answered', answer };
  const nowMs = own.now.getTime();
  const tookOver = await written(
    table.idempotency
      .patch({ keyHash })
      .set({ lockedUntilMs: nowMs + LOCK_MS })
      .where(({ lockedUntilMs, answerStatus }, { lte, notExists }) =>
        [lte(lockedUntilMs, nowMs), notExists(answerStatus)].join(' AND '),
      )
      .go(),
  );
  if (!tookOver) throw new ProblemError('IDEMPOTENCY_IN_PROGRESS');
  return { kind: 'begun', operationId: known.operationId, isFirst: false };
}

function keptAnswer({
  answerStatus: status,
  answerBody: body = '',
  answerType: contentType = 'application/json',
}: IdempotencyItem): StoredAnswer | undefined {
  return status === undefined ? undefined : { status, body, contentType };
}

/** Keeps the answer for later attempts. */
export async function finishWrite(
  table: MarketTable,
  { keyHash }: WriteKey,
  { status, body, contentType }: StoredAnswer,
): Promise<void> {
  await table.idempotency
    .patch({ keyHash })
    .set({ answerStatus: status, answerBody: body, answerType: contentType })
    .go();
}

/** Lets another attempt go on at once, as the same operation. */
export async function unlockWrite(table: MarketTable, { keyHash }: WriteKey): Promise<void> {
  await table.idempotency.patch({ keyHash }).set({ lockedUntilMs: 0 }).go();
}

/** Forgets a write that was refused before anything was done. */
export async function forgetWrite(table: MarketTable, { keyHash }: WriteKey): Promise<void> {
  await table.idempotency.delete({ keyHash }).go();
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
