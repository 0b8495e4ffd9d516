import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const POLL_MS = 50;
/** Wherever in its work that hits. */
const LONGEST_DELAY_MS = 1000;
const KB_PER_MB = 1024;

export interface Ended {
  code: number | null;
  seconds: number;
  /** Most memory that the process had at any time. */
  peakMb: number;
  output: string;
}

/**
 * Runs `npm run migrate -- <command>` as a process of its own.
 * @param isDue asked all the time; once it says so, the process is killed with SIGKILL
 */
export async function migrate(
  command: 'run' | 'verify',
  { env, stateDir, isDue }: { env: NodeJS.ProcessEnv; stateDir: string; isDue?: () => boolean },
): Promise<Ended> {
  const startedMs = performance.now();
  const args = [command, '--without-files', '--state', stateDir];
  const child = spawn(process.execPath, [...nodeArguments(), ...args], { cwd: ROOT, env });
  let output = '';
  child.stdout.on('data', (data) => {
    output += data;
  });
  child.stderr.on('data', (data) => {
    output += data;
  });
  let peakMb = 0;
  let isDying = false;
  const watch = setInterval(() => {
    peakMb = Math.max(peakMb, peakMbOf(child.pid));
    if (isDying || !isDue?.()) return;
    isDying = true;
    setTimeout(() => child.kill('SIGKILL'), Math.random() * LONGEST_DELAY_MS);
  }, POLL_MS);
  const code = await new Promise<number | null>((done) => child.once('close', done));
  clearInterval(watch);
  return { code, seconds: (performance.now() - startedMs) / 1000, peakMb, output };
}

/** Those of the root's script: `node …` without the `node`. */
function nodeArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return String(scripts.migrate).split(' ').slice(1);
}

function peakMbOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / KB_PER_MB;
  } catch {
    return 0;
  }
}
