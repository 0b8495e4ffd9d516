import { type AttributeValue, type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import type { StreamBatch } from './given-up';

const MARGIN_MS = 60_000;

/**
 * In- and outbox messages of the minutes in which a batch arrived, from the table, where they are kept
 * for weeks. More than the batch may come along: all of them may be worked on again.
 */
export async function readKeptMessages(
  client: DynamoDBClient,
  tableName: string,
  { approximateArrivalOfFirstRecord, approximateArrivalOfLastRecord, streamArn }: StreamBatch,
): Promise<object[]> {
  const instant = (text: string, marginMs: number) =>
    ({ S: new Date(Date.parse(text) + marginMs).toISOString() }) satisfies AttributeValue;
  const pages = paginateScan(
    { client },
    {
      TableName: tableName,
      FilterExpression:
        '(begins_with(PK, :inbox) AND receivedAt BETWEEN :from AND :until) OR (begins_with(PK, :outbox) AND createdAt BETWEEN :from AND :until)',
      ExpressionAttributeValues: {
        ':inbox': { S: 'INBOX#' },
        ':outbox': { S: 'OUTBOX#' },
        ':from': instant(approximateArrivalOfFirstRecord, -MARGIN_MS),
        ':until': instant(approximateArrivalOfLastRecord, MARGIN_MS),
      },
    },
  );
  const records: object[] = [];
  for await (const { Items = [] } of pages) {
    for (const NewImage of Items) {
      const { PK, SK } = NewImage;
      records.push({
        eventID: `replayed-${PK?.S}`,
        eventName: 'INSERT',
        eventSource: 'aws:dynamodb',
        eventSourceARN: streamArn,
        dynamodb: { Keys: { PK, SK }, NewImage, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      });
    }
  }
  return records;
}
