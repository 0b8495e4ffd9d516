import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SLICES } from '@marketplace/services/domain/releases';
import { bootLocalCloud, type LocalCloud } from './boot';
import { templateEnvironment } from './run/environment';
import { logFile } from './run/log-file';
import { parseOptions, ROOT, type RunOptions } from './run/options';
import { reportStep } from './run/report';
import { seedOnce } from './run/seed';
import { releaseIfChanged, releaseTarget } from './run/slices';
import { watchSlices } from './run/watch';

const ACCOUNTS = {
  emails: ['customer@demo.test', 'provider@demo.test', 'admin@demo.test', 'team@demo.test'],
  password: 'Demo-Pass-1!',
};

const options = parseOptions(process.argv.slice(2));
const origin = `http://localhost:${options.port}`;
const log = logFile(`${options.stateDir}.log`);
let cloud: LocalCloud | undefined;
let stopping: Promise<void> | undefined;

function say(error: unknown): void {
  console.error(`\n${error instanceof Error ? error.message : error}`);
}

/** Stops once, however often it is asked; the exit code of the first asking stands. */
function stop(exitCode: number): Promise<void> {
  stopping ??= Promise.resolve(cloud?.stop()).then(() => process.exit(exitCode));
  return stopping;
}

function boot({ port, stateDir, fresh, assemblyDir }: RunOptions): Promise<LocalCloud> {
  return bootLocalCloud({
    port,
    stateDir,
    fresh,
    assemblyDir,
    shellServer: path.join(ROOT, 'shell/.next/standalone/shell/server.js'),
    accounts: ACCOUNTS,
    log,
    onStep: ({ name, detail, durationMs }) => reportStep(name, durationMs, detail),
  });
}

/** Slices and catalogue: what a cloud that runs still lacks before anybody can visit it. */
async function fill(environment: Record<string, string>): Promise<void> {
  const target = releaseTarget(environment);
  await Promise.all([
    ...SLICES.map((slice) => releaseIfChanged(slice, target, log)),
    seedOnce(options.stateDir, environment, log),
  ]);
  if (!options.dev) return;
  watchSlices(SLICES, (slice) => releaseIfChanged(slice, target, log).catch(say));
}

function announce(): void {
  console.log(`\nready ${origin}\n`);
  console.log(`  accounts  ${ACCOUNTS.emails.join(', ')}`);
  console.log(`  password  ${ACCOUNTS.password}`);
  console.log(`  console   ${origin}/_local/ (also shows the operator’s sign-in code)\n`);
}

async function start(): Promise<void> {
  const running = await boot(options);
  cloud = running;
  const environment = { ...templateEnvironment(options.assemblyDir), ...running.env };
  Object.assign(process.env, running.env);
  await writeFile(path.join(options.stateDir, 'environment.json'), JSON.stringify(environment));
  await fill(environment);
  running.markReady();
  announce();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
start().catch((error: unknown) => {
  say(error);
  return stop(1);
});
