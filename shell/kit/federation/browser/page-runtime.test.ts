// @vitest-environment jsdom
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { runInThisContext } from 'node:vm';
import { ModuleFederationPlugin } from '@module-federation/enhanced/webpack';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Configuration, type Stats, webpack } from 'webpack';
import { leanBrowserRuntime } from './lean-browser-runtime';
import { forgetContainer, loadContainer, provideModules } from './page-runtime';

const HASH = `sha384-${'x'.repeat(64)}`;
const SHARED = { singleton: true, requiredVersion: false, import: false } as const;

let directory: string;
/** What the server gives, by address. */
const scripts = new Map<string, string>();

/** A container that shows what it gets of the page: one module at once, one that is loaded. */
async function buildContainer(name: string, plugins: Configuration['plugins'] = []) {
  const out = path.join(directory, name);
  const build = promisify<Configuration, Stats | undefined>(webpack);
  const stats = await build({
    mode: 'production',
    target: 'web',
    context: directory,
    entry: {},
    output: { path: out, publicPath: `/${name}/`, uniqueName: name },
    module: { rules: [{ test: /\.ts$/, use: [path.join(directory, 'strip-types.cjs')] }] },
    plugins: [
      ...plugins,
      new ModuleFederationPlugin({
        name,
        filename: 'entry.js',
        library: { type: 'window', name },
        exposes: { './Screen': './screen.js', './Broken': './broken.js' },
        shared: { 'at-once': SHARED, 'on-demand': SHARED, 'not-there': SHARED },
        shareStrategy: 'loaded-first',
        dts: false,
        manifest: false,
      }),
    ],
  });
  expect(stats?.compilation.errors.map(({ message }) => message)).toEqual([]);
  for (const file of Object.keys(stats?.compilation.assets ?? {})) {
    scripts.set(`/${name}/${file}`, readFileSync(path.join(out, file), 'utf8'));
  }
}

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'containers-'));
  const write = (file: string, text: string) => writeFileSync(path.join(directory, file), text);
  write(
    'screen.js',
    `import { words } from 'at-once';
     import { motion } from 'on-demand';
     export default () => words + ' ' + motion;`,
  );
  write(
    'strip-types.cjs',
    `module.exports = (source) => require('node:module').stripTypeScriptTypes(source);`,
  );
  write('broken.js', `import 'not-there'; export default 1;`);
  await buildContainer('lean', [leanBrowserRuntime]);
  await buildContainer('official');
}, 60_000);
afterAll(() => rmSync(directory, { recursive: true }));

const loadOnDemand = vi.fn();

/** Runs a script when it is added to the page, as a browser does. */
beforeEach(() => {
  const add = (node: Node) => {
    const script = node as HTMLScriptElement;
    const code = scripts.get(new URL(script.src).pathname);
    queueMicrotask(() => {
      if (code === undefined) return script.onerror?.(new Event('error'));
      runInThisContext(code);
      script.onload?.(new Event('load'));
    });
    return node;
  };
  vi.spyOn(document.head, 'append').mockImplementation((node) => void add(node as Node));
  vi.spyOn(document.head, 'appendChild').mockImplementation((node) => add(node) as never);
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  loadOnDemand.mockResolvedValue(() => ({ motion: 'moves' }));
  provideModules('page', {
    'at-once': { lib: () => ({ words: 'It' }) },
    'on-demand': { get: () => loadOnDemand() },
  });
});
afterEach(() => vi.restoreAllMocks());

const load = (name: string) =>
  loadContainer({ name, entry: `/${name}/entry.js`, integrity: HASH, limitMs: 2_000 });

const screenOf = async (name: string) =>
  ((await (await load(name)).get('./Screen'))() as { default: () => string }).default();

describe.each(['lean', 'official'])('a container with the %s runtime', (name) => {
  it('gets the page’s own modules, those that come on demand too', async () => {
    expect(await screenOf(name)).toBe('It moves');
    expect(await screenOf(name)).toBe('It moves');
  });

  it('fails by itself when the page does not share what it needs', async () => {
    const container = await load(name);
    const broken = async () => (await container.get('./Broken'))();
    await expect(broken()).rejects.toThrow(/not-there/);
    expect(await screenOf(name)).toBe('It moves');
  });
});

describe('loading containers', () => {
  it('asks for a container’s script once, with its hash', async () => {
    forgetContainer('lean');
    await Promise.all([load('lean'), load('lean')]);
    const added = vi.mocked(document.head.append).mock.calls.flat() as HTMLScriptElement[];
    expect(added).toHaveLength(1);
    expect(added[0]).toMatchObject({ integrity: HASH, crossOrigin: 'anonymous' });
  });

  it('keeps no failure: the next call tries again', async () => {
    const code = scripts.get('/lean/entry.js') ?? '';
    forgetContainer('lean');
    scripts.delete('/lean/entry.js');
    await expect(load('lean')).rejects.toThrow('/lean/entry.js did not load');
    scripts.set('/lean/entry.js', code);
    expect(await screenOf('lean')).toBe('It moves');
  });

  it('says so when a script makes no container', async () => {
    scripts.set('/none/entry.js', ';');
    await expect(load('none')).rejects.toThrow('/none/entry.js makes no container none');
  });

  it('asks again for a module that did not come', async () => {
    const share = { get: vi.fn().mockRejectedValueOnce(new Error('offline')) };
    share.get.mockResolvedValue(() => 'here');
    provideModules('page', { late: share });
    const { factoryOf } = await import('./share-scope');
    await expect(factoryOf('late')).rejects.toThrow('offline');
    expect((await factoryOf('late'))()).toBe('here');
  });
});
