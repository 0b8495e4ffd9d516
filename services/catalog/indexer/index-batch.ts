import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import type { MarketCode } from '../../domain/markets';
import { providerTag } from '../../domain/releases';
import type { Log } from '../../shared/observability';
import type { MarketTable, ProviderItem } from '../../shared/table';
import { readBusiness } from '../documents/business';
import { indexedProvider } from '../documents/indexed-provider';
import { type Affected, affectedBy } from './affected';
import type { EdgePages } from './edge-pages';
import type { Changes } from './merge';
import { publish, type SnapshotStores } from './publish';

export interface IndexerContext {
  table: MarketTable;
  snapshots: SnapshotStores;
  pages: EdgePages;
  now(): Date;
  log: Log;
}

const PARALLEL_READS = 8;

/**
 * Brings the snapshots up to date with the items that changed, one write a market, and then makes the
 * edge forget the pages of the providers. Documents are made from the table, so it does not matter how
 * often or in which order the records come.
 */
export async function indexBatch(
  context: IndexerContext,
  records: readonly DynamoDBRecord[],
): Promise<DynamoDBBatchResponse> {
  const changes = records.map((record) => ({ record, affected: affectedBy(record) }));
  const affected = changes.flatMap((change) => change.affected);
  const current = await readCurrent(context, affected);
  const byMarket = groupByMarket(affected, current);
  const failed = new Set<string>();
  await Promise.all(
    [...byMarket].map(async ([market, providerIds]) => {
      try {
        await publish(
          context.snapshots,
          market,
          () => readDocuments(context, market, providerIds),
          context.now,
        );
      } catch (error) {
        context.log.error(`The search snapshot of ${market} was not written`, { error });
        for (const providerId of providerIds) failed.add(providerId);
      }
    }),
  );
  await forgetPages(context, affected, current);
  return { batchItemFailures: failuresOf(changes, failed) };
}

type Current = Pick<ProviderItem, 'providerId' | 'market' | 'slug'>;

async function readCurrent(
  { table }: IndexerContext,
  affected: readonly Affected[],
): Promise<Current[]> {
  const unique = [...new Set(affected.map(({ providerId }) => providerId))];
  if (unique.length === 0) return [];
  const keys = unique.map((providerId) => ({ providerId }));
  return (await table.provider.get(keys).go({ consistent: true })).data;
}

/** A page that could not be forgotten is made again when its time is over: no reason to fail. */
async function forgetPages(
  { pages, log }: IndexerContext,
  affected: readonly Affected[],
  current: readonly Current[],
): Promise<void> {
  const changed = affected.filter(({ changesPages }) => changesPages);
  const ids = new Set(changed.map(({ providerId }) => providerId));
  const names = [
    ...ids,
    ...changed.flatMap((each) => each.slugs),
    ...current.filter(({ providerId }) => ids.has(providerId)).map(({ slug }) => slug),
  ];
  const tags = [...new Set(names.map(providerTag))];
  try {
    await pages.forget(tags);
  } catch (error) {
    log.error('The edge did not forget pages of changed providers', { tags, error });
  }
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
