import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestTable } from '@marketplace/services/shared/testing';
import { TABLE_NAME } from '../../infra/lib/names';
import { countRows, migratedRows } from '../../infra/migrate/source/counts';
import { openSource } from '../../infra/migrate/source/postgres';
import { MigrationState } from '../../infra/migrate/state/state';
import { startPostgres } from '../../infra/migrate/testing/postgres';
import { fillProject } from '../../infra/migrate/testing/project';
import { migrate } from './child';
import { compareWriters } from './peer';

const ROWS = Number(process.env.ROWS ?? 200_000);
const KILLS = 10;
const DAY_MS = 86_400_000;
/** Rows that one provider brings along, with its services, bookings, payments, reviews and customers. */
const ROWS_EACH = 90;
const BOOKINGS_EACH = 25;

const providers = Math.round(ROWS / ROWS_EACH);
const users = Math.round(providers * 27);
const stateDir = mkdtempSync(join(tmpdir(), 'migration-'));
const [postgres, target] = await Promise.all([startPostgres(), startTestTable(TABLE_NAME)]);
try {
  const today = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS);
  await fillProject(postgres.url, { providers, users, bookingsEach: BOOKINGS_EACH }, today);
  const source = await openSource(postgres.url);
  const rows = migratedRows(await countRows(source));
  const number = (value: number) => Math.round(value).toLocaleString('en-US');
  console.log(`A project of ${number(rows)} rows`);

  const env = {
    ...process.env,
    SUPABASE_DB_URL: postgres.url,
    AWS_ENDPOINT_URL_DYNAMODB: target.url,
  };
  const state = new MigrationState(join(stateDir, 'run.sqlite'));
  const come = () => state.rowsRead();
  let [seconds, peakMb, kills] = [0, 0, 0];
  for (;;) {
    const before = come();
    const enough = (rows * (kills + 1)) / (KILLS + 2);
    const isDue = () => kills < KILLS && come() > before && come() >= enough;
    const ended = await migrate('run', { env, stateDir, isDue });
    seconds += ended.seconds;
    peakMb = Math.max(peakMb, ended.peakMb);
    if (ended.code === 0) break;
    if (ended.code !== null) throw new Error(ended.output);
    kills++;
    console.log(`killed at ${number(come())} rows`);
  }
  console.log(`moved in ${seconds.toFixed(0)} s, ${kills} deaths and new starts included`);
  console.log(`${number(rows / seconds)} rows/s, at most ${number(peakMb)} MB`);

  const verified = await migrate('verify', { env, stateDir });
  const verdict = verified.code === 0 ? 'both sides are the same' : verified.output;
  console.log(
    `verify: ${verdict}, ${verified.seconds.toFixed(0)} s, ${number(verified.peakMb)} MB`,
  );
  const { ours, peer } = await compareWriters(
    source,
    target.table,
    state.fact('cutAt') ?? today.toISOString(),
  );
  console.log(
    `items/s: ${number(ours)}; one by one ${number(peer)}; ratio ${(ours / peer).toFixed(2)}`,
  );
  state.close();
  await source.close();
  if (verified.code !== 0 || kills < KILLS) process.exitCode = 1;
} finally {
  await Promise.all([postgres.stop(), target.stop()]);
  rmSync(stateDir, { recursive: true, force: true });
}
