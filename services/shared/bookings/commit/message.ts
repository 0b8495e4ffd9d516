import { type BookingItem, newId, type OutboxItem, type OutboxTopic } from '../../table';
import type { BookingsContext } from '../context';

const KEPT_SECONDS = 14 * 24 * 3600;

/**
 * What a change asks for. A client's write is named in it: kept far longer than its `Idempotency-Key`,
 * it tells that the write was done, whatever became of the booking since.
 */
export function messageAbout(
  { now, region, operationId }: Pick<BookingsContext, 'now' | 'region' | 'operationId'>,
  { bookingId, correlationId }: Pick<BookingItem, 'bookingId' | 'correlationId'>,
  topic: OutboxTopic,
): OutboxItem {
  return {
    messageId: operationId === undefined ? newId(now) : idOf(operationId, topic),
    ...{ region, topic, bookingId },
    ...(correlationId !== undefined && { correlationId }),
    createdAt: now.toISOString(),
    expiresAtSeconds: Math.floor(now.getTime() / 1000) + KEPT_SECONDS,
  };
}

/** Whether an earlier attempt of this client's write has changed a booking already. */
export async function isWritten(
  { table, operationId }: Pick<BookingsContext, 'table' | 'operationId'>,
  topic: OutboxTopic,
): Promise<boolean> {
  if (operationId === undefined) return false;
  const messageId = idOf(operationId, topic);
  const { data } = await table.outbox.get({ messageId }).go({ consistent: true });
  return data !== null;
}

function idOf(operationId: string, topic: OutboxTopic): string {
  return `${operationId}-${topic}`;
}
