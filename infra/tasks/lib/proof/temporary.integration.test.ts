import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let shared: string;
beforeEach(() => {
  shared = mkdtempSync(join(tmpdir(), 'shared-'));
});
afterEach(() => rmSync(shared, { recursive: true, force: true }));

/** A task that has a program write into the temporary folder, says so, and goes on as told. */
async function aTask(then: string) {
  const code = `
    import { execFileSync } from 'node:child_process';
    import { keepTemporaryFilesTogether } from ${JSON.stringify(join(import.meta.dirname, 'temporary.mjs'))};
    keepTemporaryFilesTogether();
    execFileSync('mktemp', ['-d']);
    console.log('written');
    ${then}`;
  const task = spawn(process.execPath, ['--input-type=module', '-e', code], {
    env: { ...process.env, TMPDIR: shared },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(task, 'exit');
  await once(task.stdout, 'data');
  return { task, ended, kept: () => readdirSync(shared) };
}

it.each([
  ['comes to its end', '', 0],
  ['fails', 'process.exit(1);', 1],
])('a task that %s leaves nothing in the temporary folder', async (_how, then, code) => {
  const { ended, kept } = await aTask(then);
  expect(await ended).toEqual([code, null]);
  expect(kept()).toEqual([]);
});

it.each(['SIGINT', 'SIGTERM'] as const)('nor does one that is ended by %s', async (signal) => {
  const { task, ended, kept } = await aTask('setInterval(() => {}, 60_000);');
  expect(kept()).toHaveLength(1);
  task.kill(signal);
  await ended;
  expect(kept()).toEqual([]);
});
