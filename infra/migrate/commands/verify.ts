import { paginateScan } from '@aws-sdk/lib-dynamodb';
import type { MarketTable } from '@marketplace/services/shared/table';
import { compareFiles, type FileComparison, type FilePorts } from '../files/move-files';
import { type Chunk, migration } from '../migration';
import type { Source } from '../source/postgres';
import type { MigrationState } from '../state/state';
import { ENTITY_NAMES, type RawItem, rawItemOf } from '../target/raw-item';
import type { EntityName } from '../transform/items';
import { type Differences, differencesIn } from '../verify/differences';
import { Digest, type Sum } from '../verify/digest';
import {
  addMovement,
  type Money,
  type MoneyByProvider,
  moneyByCurrency,
  moneyDifferences,
  moneyOfSource,
} from '../verify/money';
import { planMigration } from './plan';

/** A page; without a limit, DynamoDB Local looks at everything that is left for each. */
const SCANNED_ITEMS = 1000;

/** What source and table say of the same things. */
export interface Verification {
  at: string;
  entities: { entity: EntityName; source: Sum; table: Sum }[];
  differences: Differences;
  money: {
    providers: number;
    byCurrency: Record<string, Money>;
    differences: ReturnType<typeof moneyDifferences>;
  };
  /** Absent where files are left alone. */
  files?: FileComparison;
}

export interface VerifyPorts {
  source: Source;
  table: MarketTable;
  /** Empty; what stays behind is found anew. */
  state: MigrationState;
  cutAt: string;
  now: Date;
  files?: Pick<FilePorts, 'from' | 'to'> | undefined;
  onChunk(chunk: Chunk): void;
}

/** Compares both sides whole: what the source says should be there, and what the table holds. */
export async function verifyMigration(ports: VerifyPorts): Promise<Verification> {
  const { source, table, state, cutAt, now } = ports;
  const expected = new Digest();
  await planMigration({
    ...{ source, state, cutAt },
    onChunk(chunk) {
      for (const item of chunk.items) expected.add(rawItemOf(table, item));
      ports.onChunk(chunk);
    },
  });
  const actual = new Digest();
  const moved: MoneyByProvider = new Map();
  for await (const page of scanned(table)) {
    for (const raw of page) {
      actual.add(raw);
      addMovement(moved, raw);
    }
  }
  const paid = await moneyOfSource(source, state);
  return {
    at: now.toISOString(),
    entities: ENTITY_NAMES.map((entity) => ({
      entity,
      source: expected.sum(entity),
      table: actual.sum(entity),
    })),
    differences: await differencesIn(
      expected.bucketsUnlike(actual),
      () => expectedItems(ports),
      () => scanned(table),
    ),
    money: {
      providers: paid.size,
      byCurrency: moneyByCurrency(moved),
      differences: moneyDifferences(paid, moved),
    },
    ...(ports.files && { files: await compareFiles({ source, ...ports.files }) }),
  };
}

/** Whether nothing is missing and no amount differs. */
export function isClean({ differences, money, files }: Verification): boolean {
  const { missing, different, extra } = differences;
  const lists = [missing, different, extra, money.differences, files?.different ?? []];
  return lists.every((list) => list.length === 0);
}

async function* scanned({ client, tableName }: MarketTable): AsyncGenerator<RawItem[]> {
  const query = { TableName: tableName, ConsistentRead: true };
  const pages = paginateScan({ client, pageSize: SCANNED_ITEMS }, query);
  for await (const { Items = [] } of pages) yield Items;
}

async function* expectedItems({ source, table, state, cutAt }: VerifyPorts) {
  const chunks = migration({
    source,
    cutAt,
    after: () => undefined,
    isLeftBehind: (sourceTable, id) => state.isLeftBehind(sourceTable, id),
  });
  for await (const { items } of chunks) yield items.map((item) => rawItemOf(table, item));
}
