import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { MarketCode } from '../../domain/markets';
import type { Log } from '../../shared/observability';
import type { MarketTable } from '../../shared/table';
import { readBusiness } from '../documents/business';
import { indexedProvider } from '../documents/indexed-provider';
import { type Affected, affectedBy } from './affected';
import type { EdgePages } from './forget/edge-pages';
import { type Current, forgetPages, renewAnswers } from './forget/forget';
import type { KeptAnswers } from './forget/kept-answers';
import type { Changes } from './merge';
import { publish, type SnapshotStores } from './publish';

export interface IndexerContext {
  table: MarketTable;
  snapshots: SnapshotStores;
  pages: EdgePages;
  answers: KeptAnswers;
  now(): Date;
  log: Log;
}

const PARALLEL_READS = 8;

/**
 * Brings the snapshots up to date with the items that changed, one write a market, and then makes
 * cache and edge forget what they keep of the providers. Documents are made from the table, so it does not matter how
 * often or in which order the records come.
 */
export async function indexBatch(
  context: IndexerContext,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const changes = records.map((record) => ({ record, affected: affectedBy(record) }));
  const affected = changes.flatMap((change) => change.affected);
  const current = await readCurrent(context, affected);
  const { failed, etags } = await publishAll(context, groupByMarket(affected, current));
  // Before pages: the edge asks the services again, and those must not answer from what was kept.
  await renewAnswers(context, affected, current, etags);
  await forgetPages(context, affected, current);
  return { batchItemFailures: failuresOf(changes, failed) };
}

/** Writes the snapshots of the markets: their new versions, and the providers that could not be written. */
async function publishAll(
  context: IndexerContext,
  byMarket: ReadonlyMap<MarketCode, ReadonlySet<string>>,
) {
  const failed = new Set<string>();
  const etags = new Map<MarketCode, string>();
  await Promise.all(
    [...byMarket].map(async ([market, providerIds]) => {
      const documents = () => readDocuments(context, market, providerIds);
      try {
        const etag = await publish(context.snapshots, market, documents, context.now);
        if (etag !== undefined) etags.set(market, etag);
      } catch (error) {
        context.log.error(`The search snapshot of ${market} was not written`, { error });
        for (const providerId of providerIds) failed.add(providerId);
      }
    }),
  );
  return { failed, etags };
}

async function readCurrent(
  { table }: IndexerContext,
  affected: readonly Affected[],
): Promise<Current[]> {
  const unique = [...new Set(affected.map(({ providerId }) => providerId))];
  if (unique.length === 0) return [];
  const keys = unique.map((providerId) => ({ providerId }));
  return (await table.provider.get(keys).go({ consistent: true })).data;
}

/** Providers by every market they are in now or were in before. */
function groupByMarket(
  affected: readonly Affected[],
  current: readonly Current[],
): Map<MarketCode, Set<string>> {
  const byMarket = new Map<MarketCode, Set<string>>();
  const add = (market: MarketCode, providerId: string) => {
    byMarket.set(market, (byMarket.get(market) ?? new Set()).add(providerId));
  };
  for (const { providerId, markets } of affected) {
    for (const market of markets) add(market, providerId);
  }
  for (const { providerId, market } of current) add(market, providerId);
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
