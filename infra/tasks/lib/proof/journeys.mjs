import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAll } from '../build.mjs';
import { requireFreePort, spawnCloud, waitUntilReady } from '../cloud.mjs';
import { tail } from '../run.mjs';
import { step } from '../steps.mjs';
import { runPlaywright } from './suites.mjs';

const PORT = Number(process.env.E2E_PORT ?? 18_080);
const READY_WITHIN_MS = 6 * 60_000;

/** Runs `work` against a cloud of its own, on another port and with state of its own. */
async function withCloud(work) {
  await requireFreePort(PORT);
  const directory = await mkdtemp(join(tmpdir(), 'marketplace-'));
  const logPath = join(directory, 'cloud.log');
  const log = await open(logPath, 'w');
  const stdio = ['ignore', log.fd, log.fd];
  const cloud = spawnCloud({ port: PORT, stateDir: join(directory, 'state'), stdio });
  try {
    await step('Cloud for the browser tests', () => waitUntilReady(cloud, PORT, READY_WITHIN_MS));
    return await work();
  } catch (error) {
    error.message += `\n${tail(await readFile(logPath, 'utf8'))}`;
    throw error;
  } finally {
    await cloud.stop();
    await log.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Builds what changed, boots a fresh cloud, runs the journeys, stops it. */
export async function runJourneys(args = []) {
  await buildAll(PORT);
  return withCloud(() => runPlaywright(`http://localhost:${PORT}`, args));
}
