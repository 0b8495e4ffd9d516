import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { logAbout } from '../../shared/observability';
import type { InboxItem, OutboxItem } from '../../shared/table';
import type { ProcessorContext } from './context';
import { processEvent } from './process-event';
import { processMessage } from './process-message';

/** Works on one record of the table's stream: a new inbox or outbox item; others are none of ours. */
export async function processRecord(
  ctx: ProcessorContext,
  { eventID: eventId, eventName, dynamodb }: DynamoDBRecord,
): Promise<void> {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return;
  const item = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>);
  const log = logAbout(ctx.log, (item as OutboxItem).correlationId);
  try {
    await processItem({ ...ctx, log }, item);
  } catch (error) {
    log.error('A record could not be digested', { eventId, error });
    throw error;
  }
}

async function processItem(ctx: ProcessorContext, item: Record<string, unknown>): Promise<void> {
  const key = String(item.PK);
  if (key.startsWith('INBOX#')) await processEvent(ctx, item as InboxItem);
  if (key.startsWith('OUTBOX#')) await processMessage(ctx, item as OutboxItem);
}
