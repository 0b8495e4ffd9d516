import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { documentClient, marketTable } from '@marketplace/services/shared/table';
import { stageConfig } from '../config';
import { namesOf, TABLE_NAME } from '../lib/names';
import { useLocalEndpoints } from '../local/run/use-local-endpoints';
import { planMigration } from './commands/plan';
import { runMigration } from './commands/run';
import { isClean, type Verification, verifyMigration } from './commands/verify';
import { type FilePorts, moveFiles, planFiles } from './files/move-files';
import { s3Target } from './files/s3-target';
import { supabaseStorage } from './files/supabase-storage';
import { type Progress, progressOn } from './progress';
import { reportPage } from './report/html';
import { summaryOf, verificationInWords } from './report/summary';
import {
  type Command,
  type Options,
  parseEnvironment,
  parseOptions,
  type SupabaseEnvironment,
  sourceNameOf,
  USAGE,
} from './settings';
import { countRows, migratedRows } from './source/counts';
import { openSource, type Source } from './source/postgres';
import { MigrationState } from './state/state';

/** Ports of the local cloud's parts, counted from the public port. */
const LOCAL_ENDPOINTS = { DYNAMODB: 10, S3: 12 };

const RUNS: Record<Exclude<Command, 'report'>, (job: Job) => Promise<void>> = { plan, run, verify };

/** What the commands that read the source share. */
interface Job {
  options: Options;
  source: Source;
  sourceName: string;
  rows: number;
  files: Pick<FilePorts, 'from' | 'to'> | undefined;
  table: ReturnType<typeof marketTable>;
}

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  if (!options) return console.log(USAGE);
  if (options.command === 'report') return report(options);
  const env = parseEnvironment(process.env, options);
  if (options.stage === 'local') useLocalEndpoints(LOCAL_ENDPOINTS);
  const source = await openSource(env.SUPABASE_DB_URL);
  try {
    await RUNS[options.command](await jobOf(options, env, source));
  } finally {
    await source.close();
  }
}

async function jobOf(options: Options, env: SupabaseEnvironment, source: Source): Promise<Job> {
  const config = stageConfig(options.stage);
  const region = config.homeRegion;
  const s3 = new S3Client({ region, forcePathStyle: options.stage === 'local' });
  return {
    options,
    source,
    sourceName: sourceNameOf(env.SUPABASE_DB_URL),
    rows: migratedRows(await countRows(source)),
    files: options.withFiles
      ? {
          from: supabaseStorage(env.SUPABASE_URL ?? '', env.SUPABASE_SERVICE_ROLE_KEY ?? ''),
          to: s3Target(s3, namesOf(config).assetsBucket),
        }
      : undefined,
    table: marketTable(documentClient(new DynamoDBClient({ region, maxAttempts: 10 })), TABLE_NAME),
  };
}

async function plan({ options, source, sourceName, rows, files }: Job): Promise<void> {
  const state = stateOf(options, 'plan');
  state.clear();
  const cutAt = new Date().toISOString();
  const progress = progressOn(process.stderr, { name: 'plan', total: rows });
  await planMigration({ source, state, cutAt, onChunk: advancing(progress) });
  progress.end();
  if (files) await planFiles(source, state);
  state.setFact('source', sourceName);
  state.setFact('cutAt', cutAt);
  console.log(summaryOf(state));
}

async function run({ options, source, sourceName, rows, files, table }: Job): Promise<void> {
  const state = stateOf(options, 'run');
  if (options.again) state.clear();
  requireSameSource(state, sourceName);
  const finishedAt = state.fact('finishedAt');
  if (finishedAt !== undefined) {
    throw new Error(
      `Everything was moved at ${finishedAt}. \`--again\` moves it once more, over what has changed here since.`,
    );
  }
  await requireOnlyRun(source);
  const progress = progressOn(process.stderr, { name: 'run', total: rows, done: state.rowsRead() });
  await runMigration({ source, table, state, now: new Date(), onChunk: advancing(progress) });
  progress.end();
  if (files) await moveFiles({ source, ...files }, state, () => {});
  state.setFact('finishedAt', new Date().toISOString());
  console.log(summaryOf(state));
}

async function verify({ options, source, sourceName, rows, files, table }: Job): Promise<void> {
  const known = stateOf(options, 'run');
  requireSameSource(known, sourceName);
  const cutAt = known.fact('cutAt');
  if (cutAt === undefined)
    throw new Error('Nothing was moved yet: `npm run migrate -- run` first.');
  const progress = progressOn(process.stderr, { name: 'verify', total: rows });
  const verification = await verifyMigration({
    ...{ source, table, cutAt, files },
    state: new MigrationState(':memory:'),
    now: new Date(),
    onChunk: advancing(progress),
  });
  progress.end();
  known.setFact('verification', JSON.stringify(verification));
  console.log(verificationInWords(verification));
  if (!isClean(verification)) process.exitCode = 1;
}

/** What the last run tells; before it, what the last plan does. */
function report(options: Options): void {
  const name = (['run', 'plan'] as const).find((each) => existsSync(pathOf(options, each)));
  if (!name) throw new Error('There is nothing to report: `npm run migrate -- plan` first.');
  const state = stateOf(options, name);
  const kept = state.fact('verification');
  const verification = kept === undefined ? undefined : (JSON.parse(kept) as Verification);
  const path = join(options.stateDir, 'report.html');
  writeFileSync(path, reportPage(state, verification));
  console.log(path);
}

/** @throws Error when the state tells of another project. */
function requireSameSource(state: MigrationState, sourceName: string): void {
  const known = state.fact('source');
  if (known !== undefined && known !== sourceName) {
    throw new Error(`This folder is about ${known}; name another with --state for ${sourceName}.`);
  }
  state.setFact('source', sourceName);
}

/** Two runs at once would both go on from where the first came to. */
async function requireOnlyRun(source: Source): Promise<void> {
  const [lock] = await source.rows<{ is_ours: boolean }>(
    `select pg_try_advisory_lock(hashtext('marketplace-migrate')) as is_ours`,
  );
  if (!lock?.is_ours) throw new Error('Another run is under way.');
}

function pathOf({ stateDir }: Options, name: 'plan' | 'run'): string {
  return join(stateDir, `${name}.sqlite`);
}

function stateOf(options: Options, name: 'plan' | 'run'): MigrationState {
  return new MigrationState(pathOf(options, name));
}

function advancing(progress: Progress) {
  return ({ read }: { read: Parameters<Progress['advance']>[0] }) => progress.advance(read);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
