import { groupByProvider } from './source/grouped';
import type { Source } from './source/postgres';
import { BOOKINGS, ORPHANS, PROVIDERS, SERVICES, USERS } from './source/queries';
import type { AccountRow, BookingRow, ProviderRow, ServiceRow } from './source/rows';
import { accountOutcome } from './transform/account';
import type { SourceTable } from './transform/findings';
import { countRead, emptyOutcome, type Outcome } from './transform/items';
import { ProviderMigration } from './transform/provider';

/** In this order: a profile names a business only if that has moved. */
export const STEPS = ['providers', 'orphans', 'accounts'] as const;
export type Step = (typeof STEPS)[number];

/** Some outcomes together, few enough for memory. */
export interface Chunk extends Outcome {
  step: Step | 'files';
  /** All rows up to this id are in this chunk or an earlier one: from here a later run can go on. */
  upTo?: string;
}

export interface MigrationContext {
  source: Source;
  /** The instant that parts bookings ahead from past ones; the same in all runs of a migration. */
  cutAt: string;
  /** Where an earlier run came to in a step; `done` for one that is over. */
  after(step: Step): string | 'done' | undefined;
  isLeftBehind(table: SourceTable, id: string): boolean;
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const CHUNK_ITEMS = 1000;

/** Everything in the source as it is to be written, in an order that never changes. */
export async function* migration(ctx: MigrationContext): AsyncGenerator<Chunk> {
  for (const step of STEPS) {
    const after = ctx.after(step) ?? FIRST_ID;
    if (after === 'done') continue;
    yield* RUNS[step](ctx, after);
    yield { ...emptyOutcome(), step, upTo: 'done' };
  }
}

const RUNS: Record<Step, (ctx: MigrationContext, after: string) => AsyncGenerator<Chunk>> = {
  providers,
  orphans,
  accounts,
};

async function* providers({ source, cutAt }: MigrationContext, after: string) {
  const services = groupByProvider(source.stream<ServiceRow>(SERVICES, [after]));
  const bookings = groupByProvider(source.stream<BookingRow>(BOOKINGS, [after]));
  let chunk = emptyOutcome();
  for await (const page of source.stream<ProviderRow>(PROVIDERS, [after])) {
    for (const row of page) {
      const one = new ProviderMigration(row, cutAt, chunk);
      for await (const rows of services.of(row.id)) {
        for (const service of rows) one.service(service, chunk);
      }
      for await (const rows of bookings.of(row.id)) {
        for (const booking of rows) append(chunk, one.booking(booking));
        if (chunk.items.length < CHUNK_ITEMS) continue;
        yield { ...chunk, step: 'providers' as const };
        chunk = emptyOutcome();
      }
      one.finish(chunk);
      if (chunk.items.length < CHUNK_ITEMS) continue;
      yield { ...chunk, step: 'providers' as const, upTo: row.id };
      chunk = emptyOutcome();
    }
  }
  yield { ...chunk, step: 'providers' as const };
}

async function* orphans({ source }: MigrationContext) {
  for await (const page of source.stream<{ table: SourceTable; id: string }>(ORPHANS)) {
    const chunk = emptyOutcome();
    for (const { table, id } of page) {
      countRead(chunk, table);
      chunk.findings.push({ table, id, reason: 'ORPHAN' });
    }
    yield { ...chunk, step: 'orphans' as const };
  }
}

async function* accounts(
  { source, cutAt, isLeftBehind }: MigrationContext,
  after: string,
): AsyncGenerator<Chunk> {
  for await (const page of source.stream<AccountRow>(USERS, [after])) {
    const chunk = emptyOutcome();
    for (const row of page) {
      const { provider_id } = row;
      const runsBusiness = provider_id !== null && !isLeftBehind('providers', provider_id);
      append(chunk, accountOutcome(row, { cutAt, runsBusiness }));
    }
    yield { ...chunk, step: 'accounts', upTo: page.at(-1)?.id ?? after };
  }
}

function append(chunk: Outcome, { items, findings, read }: Outcome): void {
  chunk.items.push(...items);
  chunk.findings.push(...findings);
  for (const [table, rows] of Object.entries(read)) countRead(chunk, table as SourceTable, rows);
}
