import { spawn } from 'node:child_process';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assemblyDirOf } from './build.mjs';
import { NODE, ROOT, taskEnv } from './paths.mjs';
import { Sentence, tail } from './run.mjs';
import { step } from './steps.mjs';

const POLL_MS = 250;
const READY_WITHIN_MS = 6 * 60_000;

/** Throws one sentence when something already listens on the port. */
export async function requireFreePort(port) {
  await new Promise((done, fail) => {
    const server = createServer();
    server.once('error', () =>
      fail(
        new Sentence(
          `Port ${port} is in use: stop the program that uses it, or choose another with PORT=${port + 100} npm start.`,
        ),
      ),
    );
    server.listen(port, () => server.close(done));
  });
}

/** Starts the local cloud in a process of its own, on Node 24. */
export function spawnCloud({ port, stateDir, args = [], stdio = 'inherit' }) {
  const options = ['--port', String(port), '--state', stateDir, '--assembly', assemblyDirOf(port)];
  const child = spawn(NODE, ['--import', 'tsx', 'infra/local/main.ts', ...options, ...args], {
    cwd: ROOT,
    env: taskEnv(),
    stdio,
  });
  const end = () => child.kill('SIGTERM');
  process.once('exit', end);
  const exited = new Promise((done) => child.once('exit', (code) => done(code ?? 0)));
  exited.then(() => process.off('exit', end));
  return {
    child,
    exited,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Waits until the cloud says that it is ready; throws when it ended or took too long. */
export async function waitUntilReady(cloud, port, timeoutMs) {
  const deadlineMs = Date.now() + timeoutMs;
  let exitCode;
  cloud.exited.then((code) => {
    exitCode = code;
  });
  while (Date.now() < deadlineMs) {
    if (exitCode !== undefined) throw new Sentence(`The local cloud ended with code ${exitCode}.`);
    const answer = await fetch(`http://localhost:${port}/_local/health`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(POLL_MS);
  }
  throw new Sentence(`The local cloud was not ready after ${timeoutMs / 1000} seconds.`);
}

/**
 * Runs `work` against a cloud of its own: fresh state, stopped afterwards whatever happens. What `work`
 * throws gets the end of the cloud's log.
 */
export async function withCloud({ port, label }, work) {
  await requireFreePort(port);
  const directory = await mkdtemp(join(tmpdir(), 'marketplace-'));
  const stateDir = join(directory, 'state');
  const logPath = join(directory, 'cloud.log');
  const log = await open(logPath, 'w');
  const cloud = spawnCloud({ port, stateDir, stdio: ['ignore', log.fd, log.fd] });
  try {
    await step(label, () => waitUntilReady(cloud, port, READY_WITHIN_MS));
    return await work({ pid: cloud.child.pid, stateDir });
  } catch (error) {
    error.message += `\n${tail(await readFile(logPath, 'utf8'))}`;
    throw error;
  } finally {
    await cloud.stop();
    await log.close();
    await rm(directory, { recursive: true, force: true });
  }
}
