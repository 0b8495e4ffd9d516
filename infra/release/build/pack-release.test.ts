import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sha384 } from '@marketplace/kit/federation/integrity';
import { EXPOSED_MODULES } from '@marketplace/kit/slice';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packRelease } from './pack-release';

let home: string;

async function write(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(home, file)), { recursive: true });
  await writeFile(path.join(home, file), content);
}

async function aBuild(names: readonly string[]): Promise<Parameters<typeof packRelease>[0]> {
  const exposes = names.map((name) => ({
    name,
    assets: { js: { sync: [`static/chunks/${name}.js`] } },
  }));
  await write(
    'build/static/chunks/mf-manifest.json',
    JSON.stringify({ exposes, shared: [{ name: 'use-intl' }, { name: 'react' }] }),
  );
  for (const name of names) await write(`draft/browser/static/chunks/${name}.js`, name);
  await write('draft/browser/static/chunks/remoteEntry.js', 'entry');
  await write('draft/browser/static/css/slice.css', 'css');
  await write('draft/server/remoteEntry.js', 'server');
  return {
    slice: 'mf-catalog',
    release: 'r1',
    directory: path.join(home, 'draft'),
    output: path.join(home, 'build'),
    stylesheet: 'static/css/slice.css',
    services: [],
    events: { sends: [], hears: [] },
  };
}

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'release-'));
});
afterEach(() => rm(home, { recursive: true }));

describe('packing a release', () => {
  it('hashes every file of both sides and writes that down', async () => {
    const build = await aBuild(EXPOSED_MODULES['mf-catalog']);
    const manifest = await packRelease(build);
    const written = await readFile(path.join(build.directory, 'manifest.json'), 'utf8');
    expect(JSON.parse(written)).toEqual(manifest);
    expect(manifest.container).toBe('mf_catalog__r1');
    expect(manifest.sharedModules).toEqual(['react', 'use-intl']);
    expect(manifest.server.integrity).toEqual({ 'remoteEntry.js': sha384(Buffer.from('server')) });
    expect(manifest.browser.integrity['static/chunks/Home.js']).toBe(sha384(Buffer.from('Home')));
    expect(manifest.browser.chunks.Home).toEqual(['static/chunks/Home.js']);
  });

  it('refuses a build that lacks a module the shell composes', async () => {
    const [missing = '', ...others] = EXPOSED_MODULES['mf-catalog'];
    const build = await aBuild(others);
    await expect(packRelease(build)).rejects.toThrow(`mf-catalog does not expose ${missing}.`);
  });
});
