import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { localClient } from '../../infra/local/client';
import { documentClient, marketTable } from '../../services/shared/table';

const OURS = '@load.test';

/** Ids of the bookings in the table for each address that this bench made up. */
export async function bookingsByEmail(environment: {
  AWS_ENDPOINT_URL_DYNAMODB: string;
  DYNAMODB_TABLE_NAME: string;
}): Promise<Map<string, string[]>> {
  const client = new DynamoDBClient(localClient(environment.AWS_ENDPOINT_URL_DYNAMODB));
  const table = marketTable(documentClient(client), environment.DYNAMODB_TABLE_NAME);
  const { data } = await table.bookingContact.scan
    .where(({ email }, { contains }) => contains(email, OURS))
    .go({ pages: 'all', consistent: true });
  client.destroy();
  const ids = new Map<string, string[]>();
  for (const { email, bookingId } of data) {
    ids.set(email, [...(ids.get(email) ?? []), bookingId]);
  }
  return ids;
}
