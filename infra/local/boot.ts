import { rmSync } from 'node:fs';
import { Addresses } from './boot/addresses';
import { startFunctions, startTriggers } from './boot/compute';
import type { BootContext } from './boot/context';
import { endpointEnvironment } from './boot/environment';
import { startDoor, startPages } from './boot/front';
import { allSettled, Starter, type Step } from './boot/starter';
import { startStores } from './boot/stores';
import { requireSameOrigin } from './boot/template-settings';
import { LOCAL_REGION } from './client';
import type { Log, Part, PartHealth } from './part';
import { MetricStore, takeEmbeddedMetrics } from './parts/cloudwatch';
import { type DemoAccounts, LogBuffer } from './parts/console';
import { loadAssembly } from './template/assembly';
import { readFunctions } from './template/read/functions';

export interface BootOptions {
  /** The public port; the parts' ports are counted from it. */
  port: number;
  /** Keeps tables, objects, accounts, payments and mails over restarts. */
  stateDir: string;
  /** Forgets the state of earlier runs. */
  fresh: boolean;
  /** What `cdk synth` wrote. */
  assemblyDir: string;
  /** Next's standalone `server.js`; without it something else serves pages on the shell's port. */
  shellServer?: string;
  /** Shown on the console. */
  accounts: DemoAccounts;
  /** Sees every line that the console keeps. */
  log: Log;
  onStep?: (step: Step) => void;
}

export interface LocalCloud {
  /** What browsers open. */
  origin: string;
  parts: readonly Part[];
  /** Endpoints and credentials for whatever works on this cloud: seeds, releases, tests. */
  env: Record<string, string>;
  /** Says that the cloud is filled: `/_local/health` answers 200 from here on. */
  markReady(): void;
  health(): Promise<{ ready: boolean; parts: (PartHealth & { name: string })[] }>;
  stop(): Promise<void>;
}

/** Starts every part of the cloud that the templates describe; on failure nothing is left running. */
export async function bootLocalCloud(options: BootOptions): Promise<LocalCloud> {
  const { stateDir, shellServer, accounts, onStep = () => {} } = options;
  const assembly = loadAssembly(options.assemblyDir);
  const at = new Addresses(options.port);
  requireSameOrigin(readFunctions(assembly, LOCAL_REGION), at.origin);
  await at.requireFree();
  if (options.fresh) rmSync(stateDir, { recursive: true, force: true });

  const logs = new LogBuffer(options.log);
  const starter = new Starter(onStep);
  const env = endpointEnvironment(at);
  const metrics = new MetricStore();
  const log: Log = (line) => {
    logs.write(line);
    takeEmbeddedMetrics(line.message, metrics);
  };
  const context: BootContext = { assembly, at, starter, env, stateDir, log, metrics };
  let isReady = false;
  try {
    await startDoor(context, {
      origin: at.origin,
      parts: () => starter.parts,
      isReady: () => isReady,
      logs,
      accounts,
    });
    await startBehind(context, shellServer);
  } catch (error) {
    await starter.stop();
    throw error;
  }
  return {
    origin: at.origin,
    parts: starter.parts,
    env,
    markReady: () => {
      isReady = true;
    },
    health: () => healthOf(starter.parts),
    stop: () => starter.stop(),
  };
}

async function startBehind(context: BootContext, shellServer: string | undefined): Promise<void> {
  const [{ lambda, queue }] = await allSettled([
    startServices(context),
    shellServer === undefined ? undefined : startPages(context, shellServer),
  ]);
  await startTriggers(context, lambda, queue);
}

async function startServices(context: BootContext) {
  const { queue, cacheUrl } = await startStores(context);
  const env = { ...context.env, CACHE_URL: cacheUrl };
  return { queue, lambda: await startFunctions({ ...context, env }, queue) };
}

async function healthOf(parts: readonly Part[]) {
  const states = await Promise.all(
    parts.map(async (part) => ({ name: part.name, ...(await part.health()) })),
  );
  return { ready: states.every(({ ready }) => ready), parts: states };
}
