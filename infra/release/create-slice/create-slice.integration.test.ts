import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTool } from '../run-tool';
import { createSlice } from './create-slice';
import { requireFree, sliceNamed } from './new-slice';

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
  it('has texts in every language, keeps to the boundaries and has nothing unused', async () => {
    const { GATES } = await import(path.join(root, 'infra/tasks/lib/proof/gates.mjs'));
    const texts = GATES.find(({ name }: { name: string }) => name === 'texts');
    expect(texts.args).toContain('mf-gift-cards/messages');
    const boundaries = ['depcruise', '--config', '.dependency-cruiser.cjs'];
    await Promise.all([
      runTool(root, [texts.command, ...texts.args]),
      runTool(root, [...boundaries, 'mf-gift-cards', 'shell/pages']),
      runTool(root, ['knip', '--no-progress', '--workspace', 'mf-gift-cards']),
    ]);
  }, 60_000);

  it('has sound types, wherever slices are named', async () => {
    const compiler = '../typescript-native/bin/tsc';
    await runTool(root, [compiler, '--noEmit', '-p', 'tsconfig.json', '--incremental', 'false']);
  }, 120_000);

  it('keeps the contract, passes its own tests, builds and stays within its budget; its first release is in the shell', async () => {
    const script = 'infra/release/testing/first-release.ts';
    // The tree's own settings leave JSX to Next.
    const settings = { extends: './tsconfig.base.json', compilerOptions: { jsx: 'react-jsx' } };
    writeFileSync(path.join(root, 'tsconfig.jsx.json'), JSON.stringify(settings));
    const tool = ['tsx', '--tsconfig', 'tsconfig.jsx.json', script, 'mf-gift-cards'];
    const output = await runTool(root, tool);
    expect(output).toMatch(/contract .*1 modules keep it/);
    expect(output).toMatch(/tests .*3 passed/);
    expect(output).toMatch(/budgets .*GiftCards \d+\.\d of \d+ kB/);
    const [before, after] = ['before', 'after'].map(
      (when) => new RegExp(`^${when} (.*)$`, 'm').exec(output)?.[1],
    );
    expect(before).toContain('data-slice="mf-gift-cards" data-slot="failed"');
    expect(after).toMatch(/data-slice="mf-gift-cards" data-release="[^"]+" data-slot="ready"/);
    expect(after).toContain('>Gift cards</h1>');
    expect(after).toContain('Hier beginnt etwas Neues, in Berlin');
  }, 300_000);
});

describe('names of slices', () => {
  it.each(['gift-cards', 'mf-gift-cards'])('%s', (name) => {
    expect(sliceNamed(name)).toEqual({
      slice: 'mf-gift-cards',
      short: 'gift-cards',
      module: 'GiftCards',
      namespace: 'giftCards',
      title: 'Gift cards',
    });
  });

  it.each(['', 'Gifts', '../x', 'mf-', 'a b'])('refuses %j', (name) => {
    expect(() => sliceNamed(name)).toThrow('Usage');
  });

  it.each(['search', 'portal', 'account', 'api', 'de'])(
    'refuses %s, which is an address',
    (name) => {
      expect(() => requireFree(ROOT, sliceNamed(name))).toThrow(`/${name} is taken`);
    },
  );

  it('refuses catalog, which is a slice, and takes what is free', () => {
    expect(() => requireFree(ROOT, sliceNamed('catalog'))).toThrow('mf-catalog exists already');
    expect(() => requireFree(ROOT, sliceNamed('gift-cards'))).not.toThrow();
  });
});
