import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../run-tool';
import { createSlice, sliceNamed } from './create-slice';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const WORKSPACES = { kit: 'shell/kit', services: 'services', edge: 'edge', infra: 'infra' };
let root: string;

/** The working tree without what is built, on the packages that are installed here. */
function aCopyOfTheTree(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'create-slice-'));
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT });
  for (const file of list.toString().trim().split('\n')) {
    if (!existsSync(path.join(ROOT, file))) continue;
    cpSync(path.join(ROOT, file), path.join(copy, file), { recursive: true, force: true });
  }
  mkdirSync(path.join(copy, 'node_modules/@marketplace'), { recursive: true });
  for (const name of readdirSync(path.join(ROOT, 'node_modules'))) {
    if (name === '@marketplace' || name.startsWith('mf-')) continue;
    symlinkSync(path.join(ROOT, 'node_modules', name), path.join(copy, 'node_modules', name));
  }
  for (const [name, folder] of Object.entries(WORKSPACES)) {
    symlinkSync(path.join(copy, folder), path.join(copy, 'node_modules/@marketplace', name));
  }
  for (const folder of ['shell', 'services', 'infra']) {
    const own = path.join(ROOT, folder, 'node_modules');
    symlinkSync(own, path.join(copy, folder, 'node_modules'));
  }
  return copy;
}

beforeAll(async () => {
  root = aCopyOfTheTree();
  const changed = await createSlice(root, sliceNamed('gift-cards'));
  await runTool(root, ['tsx', 'infra/release/cli/main.ts', 'contract']);
  await runTool(root, ['biome', 'check', '--write', 'mf-gift-cards', ...changed]);
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a generated slice', () => {
  it('has sound types, wherever slices are named', async () => {
    const compiler = '../typescript-native/bin/tsc';
    await runTool(root, [compiler, '--noEmit', '-p', 'tsconfig.json', '--incremental', 'false']);
  }, 120_000);

  it('keeps the contract, passes its own tests, builds and stays within its budget', async () => {
    const script = `
      import { RELEASE_CHECKS } from './infra/release/checks';
      import { buildSlice } from './infra/release/build/build-slice';
      const root = process.cwd();
      const slice = 'mf-gift-cards' as never;
      for (const check of RELEASE_CHECKS.ofSources) console.log(await check.run(root, slice));
      const directory = await buildSlice({ root, slice, release: 'r1' });
      for (const check of RELEASE_CHECKS.ofBuild) console.log(await check.run(directory, slice));`;
    const output = await runTool(root, ['tsx', '--input-type=module', '-e', script]);
    expect(output).toContain('1 modules keep it');
    expect(output).toContain('2 passed');
    expect(output).toMatch(/GiftCards \d+\.\d of \d+ kB/);
  }, 300_000);
});

describe('names of slices', () => {
  it.each(['gifts', 'mf-gifts'])('%s', (name) => {
    expect(sliceNamed(name)).toEqual({ slice: 'mf-gifts', short: 'gifts', module: 'Gifts' });
  });

  it.each(['', 'Gifts', '../x', 'mf-', 'a b'])('refuses %j', (name) => {
    expect(() => sliceNamed(name)).toThrow('Usage');
  });
});
