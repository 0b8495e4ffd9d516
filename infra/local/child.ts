import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Log } from './part';

export interface ChildOptions {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  cwd?: string;
  log: Log;
}

export interface Child {
  /** False as soon as the process has ended, for whatever reason. */
  running(): boolean;
  /** Resolves with how it ended. */
  exited: Promise<string>;
  rssBytes(): number | undefined;
  /** Asks it to end, insists after five seconds, resolves when it is gone. */
  stop(): Promise<void>;
}

const KILL_AFTER_MS = 5_000;
const alive = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Runs a program whose output goes to the log line by line and which ends with this process. */
export function startChild(options: ChildOptions): Child {
  const child = spawn(options.command, options.args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.env && { env: options.env as NodeJS.ProcessEnv }),
    ...(options.cwd && { cwd: options.cwd }),
  });
  alive.add(child);
  for (const [stream, level] of [
    [child.stdout, 'info'] as const,
    [child.stderr, 'warn'] as const,
  ]) {
    createInterface({ input: stream }).on('line', (message) =>
      options.log({ source: options.name, level, message }),
    );
  }
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not start: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  }).finally(() => alive.delete(child));
  return {
    exited,
    running: () => alive.has(child) && child.exitCode === null && child.signalCode === null,
    rssBytes: () => residentBytes(child.pid),
    stop: async () => {
      if (!alive.has(child)) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
      await exited;
      clearTimeout(force);
    },
  };
}

/** Resident memory where the system tells it in /proc; undefined elsewhere. */
function residentBytes(pid: number | undefined): number | undefined {
  try {
    const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb === undefined ? undefined : Number(kb) * 1024;
  } catch {
    return undefined;
  }
}

/** Output of a program that ends by itself; undefined when there is no such program. */
export async function outputOf(command: string, args: string[]): Promise<string | undefined> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  try {
    await once(child, 'close');
    return output;
  } catch {
    return undefined;
  }
}
