import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';

/** How many bookings the table has for each address that this bench made up, by the booking's id. */
export async function bookingsByEmail(
  environment: Record<string, string>,
): Promise<Map<string, string[]>> {
  const endpoint = environment.AWS_ENDPOINT_URL_DYNAMODB ?? '';
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const region = environment.AWS_REGION ?? '';
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, region, credentials }));
  const ids = new Map<string, string[]>();
  const pages = paginateScan(
    { client },
    {
      TableName: environment.DYNAMODB_TABLE_NAME,
      FilterExpression: 'begins_with(PK, :booking) AND SK = :contact AND contains(email, :ours)',
      ExpressionAttributeValues: {
        ':booking': 'BOOKING#',
        ':contact': 'CONTACT',
        ':ours': '@load.test',
      },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { email, bookingId } of Items) {
      ids.set(email, [...(ids.get(email) ?? []), bookingId]);
    }
  }
  client.destroy();
  return ids;
}
