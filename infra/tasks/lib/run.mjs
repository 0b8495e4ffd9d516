import { spawn } from 'node:child_process';
import { ROOT, taskEnv } from './paths.mjs';

const SHOWN_LINES = 80;

const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/** A failure that one sentence explains; it is shown without a stack. */
export class Sentence extends Error {}

/**
 * Runs a program to its end. Its output is kept back.
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { env = {}, cwd = ROOT } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: taskEnv(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', fail);
    child.once('close', (code) => {
      running.delete(child);
      done({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/** The end of an output: where a tool says what went wrong. */
export function tail(output, lines = SHOWN_LINES) {
  return output.trimEnd().split('\n').slice(-lines).join('\n');
}

/** As `run`, but a failure ends the task with the program's last words. */
export async function must(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code === 0) return output;
  throw new Sentence(
    `${tail(output)}\n\n\`${[command, ...args].join(' ')}\` failed (code ${code}).`,
  );
}

/** Whether a program can be started at all. */
export async function exists(command, args = ['--version']) {
  try {
    return (await run(command, args)).code === 0;
  } catch {
    return false;
  }
}
