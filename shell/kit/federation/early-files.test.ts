import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Configuration, type Stats, webpack } from 'webpack';
import { earlyFiles } from './early-files';

let directory: string;
const at = (name: string) => path.join(directory, name);

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'early-'));
  writeFileSync(at('theme.js'), 'document.title;');
});
afterEach(() => rmSync(directory, { recursive: true }));

it('calls a file by what is in it, so that it can be kept for good', () => {
  const { EARLY_THEME_JS: before } = earlyFiles(directory).env;
  expect(before).toMatch(/^\/_next\/static\/early\/theme\.[0-9a-f]{16}\.js$/);
  expect(earlyFiles(directory).env.EARLY_THEME_JS).toBe(before);
  writeFileSync(at('theme.js'), 'document.body;');
  expect(earlyFiles(directory).env.EARLY_THEME_JS).not.toBe(before);
});

it('puts it into the build for browsers, where its name says', async () => {
  const { env, withFiles } = earlyFiles(directory);
  const output = path.join(directory, 'out');
  const config: Configuration = {
    ...{ mode: 'production', context: directory, entry: './theme.js', plugins: [] },
    output: { path: output },
  };
  const build = promisify<Configuration, Stats | undefined>(webpack);
  const stats = await build(withFiles(config, { isServer: false, dev: false }));
  expect(stats?.hasErrors()).toBe(false);
  const name = env.EARLY_THEME_JS?.replace('/_next/', '') ?? '';
  expect(readFileSync(path.join(output, name), 'utf8')).toContain('document.title');
});

it('leaves the build for the server as it is', () => {
  const { plugins } = earlyFiles(directory).withFiles(
    { plugins: [] },
    { isServer: true, dev: false },
  );
  expect(plugins).toEqual([]);
});
