import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { MarketCode } from '../../domain/markets';
import type { ObjectStore } from '../../shared/objects';
import type { Log } from '../../shared/observability';
import type { MarketTable } from '../../shared/table';
import { readBusiness } from '../documents/business';
import { indexedProvider } from '../documents/indexed-provider';
import { type Affected, affectedBy } from './affected';
import type { Changes } from './merge';
import { publish } from './publish';

export interface IndexerContext {
  table: MarketTable;
  objects: ObjectStore;
  now(): Date;
  log: Log;
}

const PARALLEL_READS = 8;

/**
 * Brings the snapshots up to date with the items that changed: one write a market. Documents are
 * made from the table, so it does not matter how often or in which order the records come.
 */
export async function indexBatch(
  context: IndexerContext,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const changes = records.map((record) => ({ record, affected: affectedBy(record) }));
  const byMarket = await groupByMarket(
    context,
    changes.flatMap(({ affected }) => affected),
  );
  const failed = new Set<string>();
  await Promise.all(
    [...byMarket].map(async ([market, providerIds]) => {
      try {
        await publish(context.objects, market, () => readDocuments(context, market, providerIds));
      } catch (error) {
        context.log.error(`The search snapshot of ${market} was not written`, { error });
        for (const providerId of providerIds) failed.add(providerId);
      }
    }),
  );
  return { batchItemFailures: failuresOf(changes, failed) };
}

/** Providers by every market they are in now or were in before. */
async function groupByMarket(
  { table }: IndexerContext,
  affected: readonly Affected[],
): Promise<Map<MarketCode, Set<string>>> {
  const byMarket = new Map<MarketCode, Set<string>>();
  const add = (market: MarketCode, providerId: string) => {
    byMarket.set(market, (byMarket.get(market) ?? new Set()).add(providerId));
  };
  for (const { providerId, markets } of affected) {
    for (const market of markets) add(market, providerId);
  }
  const unique = [...new Set(affected.map(({ providerId }) => providerId))];
  if (unique.length === 0) return byMarket;
  const { data } = await table.provider
    .get(unique.map((providerId) => ({ providerId })))
    .go({ consistent: true });
  for (const { providerId, market } of data) add(market, providerId);
  return byMarket;
}

async function readDocuments(
  { table, now }: IndexerContext,
  market: MarketCode,
  providerIds: ReadonlySet<string>,
): Promise<Changes> {
  const changes = new Map<string, Awaited<ReturnType<typeof readDocument>>>();
  const waiting = [...providerIds];
  const readOn = async () => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      changes.set(id, await readDocument(id));
    }
  };
  const readDocument = async (providerId: string) => {
    const business = await readBusiness(table, providerId, now());
    return business?.provider.market === market ? indexedProvider(business) : null;
  };
  await Promise.all(Array.from({ length: PARALLEL_READS }, readOn));
  return changes;
}

function failuresOf(
  changes: readonly { record: DynamoDBRecord; affected: readonly Affected[] }[],
  failed: ReadonlySet<string>,
): DynamoDBBatchResponse['batchItemFailures'] {
  return changes.flatMap(({ record, affected }) => {
    const itemIdentifier = record.dynamodb?.SequenceNumber;
    const isFailed = affected.some(({ providerId }) => failed.has(providerId));
    return isFailed && itemIdentifier !== undefined ? [{ itemIdentifier }] : [];
  });
}
