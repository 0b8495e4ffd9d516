import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DEFAULT_PORT = 8080;
const READY_WITHIN_MS = 15 * 60_000;
const POLL_MS = 500;

export interface LoadedCloud {
  origin: string;
  pid: number;
  /** Names and endpoints, as its functions know them. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/**
 * A whole local cloud of our own, as `npm start` boots it, with fresh state.
 * @throws Error when its templates are not there, or when it does not come up.
 */
export async function bootCloud(port: number): Promise<LoadedCloud> {
  const assemblyDir = path.join(
    ROOT,
    port === DEFAULT_PORT ? 'infra/cdk.out' : `.local/cdk.out.${port}`,
  );
  if (!existsSync(assemblyDir)) throw new Error(`Build it first: PORT=${port} npm run build`);
  const directory = mkdtempSync(path.join(tmpdir(), 'load-'));
  const stateDir = path.join(directory, 'state');
  const log = openSync(path.join(directory, 'cloud.log'), 'w');
  const options = ['--port', String(port), '--state', stateDir, '--assembly', assemblyDir];
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/main.ts', ...options], {
    cwd: ROOT,
    stdio: ['ignore', log, log],
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    rmSync(directory, { recursive: true, force: true });
  };
  const origin = `http://localhost:${port}`;
  if (!(await isReady(`${origin}/_local/health`, () => child.exitCode === null))) {
    const lines = readFileSync(path.join(directory, 'cloud.log'), 'utf8').trim().split('\n');
    await stop();
    throw new Error(`The cloud did not come up:\n${lines.slice(-10).join('\n')}`);
  }
  const environment = JSON.parse(readFileSync(path.join(stateDir, 'environment.json'), 'utf8'));
  return { origin, pid: child.pid ?? 0, environment, stop };
}

async function isReady(url: string, isRunning: () => boolean): Promise<boolean> {
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  while (isRunning() && Date.now() < deadlineMs) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return true;
    await sleep(POLL_MS);
  }
  return false;
}
