import type { EventSourceSpec } from '../../template/types';
import type { StreamRecord } from './record';

/** The function's answer to a batch: its payload, or that it failed. */
export type BatchAnswer = { payload: string } | { failure: { errorMessage: string } };

export interface Delivery {
  spec: Pick<EventSourceSpec, 'bisectOnError' | 'maxRetries' | 'reportsItemFailures'>;
  invoke(records: StreamRecord[]): Promise<BatchAnswer>;
  /** Waits before a retry; rejects when the mapping stops, so that the records are delivered again later. */
  pause(retry: number): Promise<void>;
  /** Takes records whose retries are used up. */
  giveUp(records: StreamRecord[], attempts: number): void;
}

/**
 * Hands records to the function, in order, until each is processed or given up. When the mapping says so, a failure without
 * progress, or after the last retry, halves what is left, so that nothing goes with what is broken; halving is no retry.
 */
export async function deliver(
  delivery: Delivery,
  records: StreamRecord[],
  retries = 0,
): Promise<void> {
  const { spec } = delivery;
  const failedAt = firstFailure(spec, records, await delivery.invoke(records));
  if (failedAt === undefined) return;
  const rest = records.slice(failedAt);
  const isUsedUp = spec.maxRetries >= 0 && retries >= spec.maxRetries;
  if (spec.bisectOnError && rest.length > 1 && (failedAt === 0 || isUsedUp)) {
    const middle = Math.ceil(rest.length / 2);
    await deliver(delivery, rest.slice(0, middle), retries);
    await deliver(delivery, rest.slice(middle), retries);
    return;
  }
  if (isUsedUp) {
    delivery.giveUp(rest, retries + 1);
    return;
  }
  await delivery.pause(retries);
  await deliver(delivery, rest, retries + 1);
}

/** Index of the first record that was not processed; undefined when all were. */
function firstFailure(
  spec: Delivery['spec'],
  records: StreamRecord[],
  answer: BatchAnswer,
): number | undefined {
  if ('failure' in answer) return 0;
  if (!spec.reportsItemFailures) return undefined;
  const result = JSON.parse(answer.payload) as {
    batchItemFailures?: { itemIdentifier?: string }[];
  } | null;
  const failures = result?.batchItemFailures ?? [];
  if (failures.length === 0) return undefined;
  const failed = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  return Math.max(0, Math.min(...failed));
}
