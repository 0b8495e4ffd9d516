import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadState, saveBehind } from './state-file';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'state-'));
  file = join(folder, 'state.json');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

it('saves behind a change, once for all that came meanwhile', async () => {
  let count = 0;
  const saver = saveBehind(file, () => count);
  for (count = 1; count < 5; count += 1) saver.touch();
  expect(vi.getTimerCount()).toBe(1);
  await saver.flush();
  expect(await loadState(file)).toBe(5);
});

it('saves for the last time at its end, and nothing of what changes later', async () => {
  let state = 'first';
  const saver = saveBehind(file, () => state);
  saver.touch();
  state = 'last';
  await saver.end();
  expect(await loadState(file)).toBe('last');
  saver.touch();
  expect(vi.getTimerCount()).toBe(0);
});
