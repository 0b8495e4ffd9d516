// @vitest-environment jsdom
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { runInThisContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Configuration, type Stats, webpack } from 'webpack';
import { chunkIntegrity } from './chunk-integrity';
import type { PageIntegrityGlobal } from './page-runtime';

const HASH = `sha384-${'x'.repeat(64)}`;
const page = globalThis as PageIntegrityGlobal;
let directory: string;
let entry: string;
let chunk: string;

/** A build with one chunk that is loaded on demand, by the same plugin as slices. */
beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'chunks-'));
  writeFileSync(path.join(directory, 'later.js'), 'export default 1;');
  writeFileSync(
    path.join(directory, 'entry.js'),
    'globalThis.loadLater = () => import("./later.js");',
  );
  const build = promisify<Configuration, Stats | undefined>(webpack);
  const stats = await build({
    mode: 'production',
    target: 'web',
    context: directory,
    entry: './entry.js',
    output: { path: path.join(directory, 'out'), publicPath: '/_mf/mf-catalog/r1/' },
    plugins: [chunkIntegrity],
  });
  expect(stats?.hasErrors()).toBe(false);
  const names = Object.keys(stats?.compilation.assets ?? {});
  chunk = `/_mf/mf-catalog/r1/${names.find((name) => name !== 'main.js')}`;
  entry = readFileSync(path.join(directory, 'out/main.js'), 'utf8');
});
afterAll(() => rmSync(directory, { recursive: true }));
afterEach(() => {
  delete page.__MF_INTEGRITY__;
  vi.restoreAllMocks();
});

/** Runs the build and gives the script element that its chunk loader adds to the page. */
function requestedScript(): HTMLScriptElement {
  const append = vi.spyOn(document.head, 'appendChild').mockImplementation((node) => node);
  runInThisContext(entry);
  (globalThis as unknown as { loadLater: () => Promise<unknown> })
    .loadLater()
    .catch(() => undefined);
  return append.mock.calls[0]?.[0] as HTMLScriptElement;
}

it('asks for a chunk that is loaded on demand with the hash of its manifest', () => {
  page.__MF_INTEGRITY__ = { [chunk]: HASH };
  const script = requestedScript();
  expect(new URL(script.src).pathname).toBe(chunk);
  expect(script.integrity).toBe(HASH);
  expect(script.crossOrigin).toBe('anonymous');
});

it('asks for a chunk that no manifest names with a hash that nothing has', () => {
  page.__MF_INTEGRITY__ = { '/_mf/mf-catalog/r1/other.js': HASH };
  expect(requestedScript().integrity).toBe(`sha384-${'A'.repeat(64)}`);
});
