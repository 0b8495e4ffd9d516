import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { InboxItem, OutboxItem } from '../../shared/table';
import type { ProcessorContext } from './context';
import { processEvent } from './process-event';
import { processMessage } from './process-message';

/** Works on one record of the table's stream: a new inbox or outbox item; others are none of ours. */
export async function processRecord(
  ctx: ProcessorContext,
  { eventName, dynamodb }: DynamoDBRecord,
): Promise<void> {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return;
  const item = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>);
  const key = String(item.PK);
  if (key.startsWith('INBOX#')) await processEvent(ctx, item as InboxItem);
  if (key.startsWith('OUTBOX#')) await processMessage(ctx, item as OutboxItem);
}
