import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type {
  BookingContactItem,
  BookingItem,
  LedgerItem,
  ResourceDayItem,
} from '../../../services/shared/table';
import type { BenchCloud } from '../../support/cloud/boot';
import type { HistoryLine } from '../history/lines';

/** DynamoDB Local fails on a page that must look through much of a large table at once. */
const ITEMS_PER_PAGE = 500;

type Item = Record<string, unknown> & { PK: string; SK: string };

/** What the table holds about bookings, as lines of the history. */
export async function readTable(cloud: BenchCloud): Promise<HistoryLine[]> {
  const items: Item[] = [];
  for await (const page of pages(cloud)) items.push(...page);
  const attemptOf = new Map(
    items
      .filter(({ SK }) => SK === 'CONTACT')
      .map((item) => item as unknown as BookingContactItem)
      .map(({ bookingId, email }) => [bookingId, email.split('@')[0] ?? '']),
  );
  return items.flatMap((item) => lineOf(item, attemptOf) ?? []);
}

async function* pages({ table, tableName: TableName }: BenchCloud): AsyncGenerator<Item[]> {
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await table.client.send(
      new ScanCommand({
        TableName,
        FilterExpression: 'begins_with(PK, :booking) OR begins_with(SK, :day)',
        ExpressionAttributeValues: { ':booking': 'BOOKING#', ':day': 'DAY#' },
        ConsistentRead: true,
        Limit: ITEMS_PER_PAGE,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    yield Items as Item[];
    from = LastEvaluatedKey;
  } while (from);
}

function lineOf(item: Item, attemptOf: ReadonlyMap<string, string>): HistoryLine | undefined {
  if (item.SK === 'METADATA') {
    return bookingLine(item as unknown as BookingItem, attemptOf);
  }
  if (item.SK.startsWith('DAY#')) {
    const { resourceId, date, claims } = item as unknown as ResourceDayItem;
    return {
      kind: 'claims',
      resourceId,
      date,
      claims: claims.map(({ bookingId, start, seats, expiresAt }) => ({
        ...{ bookingId, start, seats },
        ...(expiresAt !== undefined && { expiresAt }),
      })),
    };
  }
  if (item.SK.startsWith('LEDGER#')) {
    const { bookingId, type, amountMinor, currency } = item as unknown as LedgerItem;
    return { kind: 'entry', bookingId, type, amountMinor, currency };
  }
  return undefined;
}

function bookingLine(item: BookingItem, attemptOf: ReadonlyMap<string, string>): HistoryLine {
  const { bookingId, state, serviceId, resourceId, seats, baseMinor, totalMinor } = item;
  const { refundDueMinor, refundedMinor, createdAt, paidAt, expiresAt } = item;
  return {
    kind: 'booking',
    ...{ bookingId, state, serviceId, resourceId, seats, baseMinor, totalMinor },
    ...{ refundDueMinor, refundedMinor, createdAt },
    attempt: attemptOf.get(bookingId) ?? '',
    start: item.startsAt,
    ...(paidAt !== undefined && { paidAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}
