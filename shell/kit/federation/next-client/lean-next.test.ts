import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Configuration, NormalModule, type Stats, webpack } from 'webpack';
import { withLeanNext } from './lean-next';

const require = createRequire(import.meta.url);
const NEXT = path.dirname(require.resolve('next/package.json'));
const CLIENT = { isServer: false, dev: false };

let directory: string;
let modules: string[];

/** A page of the pages router, as Next hands it to the compiler, and the modules that it is made of. */
beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'next-client-'));
  const page = path.join(directory, 'page.js');
  const uses = ['link', 'head', 'router'].map((part) => `require('${NEXT}/${part}')`);
  writeFileSync(page, `globalThis.used = [${uses.join(', ')}];`);
  const build = promisify<Configuration, Stats | undefined>(webpack);
  const config: Configuration = {
    mode: 'none',
    target: 'web',
    context: NEXT,
    entry: {
      main: { import: [`${NEXT}/dist/client/router.js`, page], layer: 'pages-dir-browser' },
    },
    externals: [/^react/, /compiled\/gzip-size$/],
    optimization: { nodeEnv: 'production' },
    experiments: { layers: true },
    output: { path: path.join(directory, 'out') },
    module: { rules: [] },
  };
  const stats = await build(withLeanNext(config, CLIENT));
  expect(stats?.compilation.errors.map(({ message }) => message)).toEqual([]);
  modules = [...(stats?.compilation.modules ?? [])].flatMap((module) =>
    module instanceof NormalModule ? path.relative(NEXT, module.resource) : [],
  );
});
afterAll(() => rmSync(directory, { recursive: true }));

describe("the browser's part of Next's pages router", () => {
  it.each(['client/router.js', 'client/link.js', 'shared/lib/head.js'])(
    'has one %s, made of modules',
    (file) => {
      const copies = modules.filter((module) => module.endsWith(`/${file}`));
      expect(copies).toEqual([`dist/esm/${file}`]);
    },
  );

  it('is one whole: nothing of it is taken from the CommonJS client', () => {
    const others = modules.filter((module) => /^dist\/(client|lib|pages|shared)\//.test(module));
    expect(others).toEqual([]);
  });
});

it.each([
  ['a server', { isServer: true, dev: false }],
  ['development', { isServer: false, dev: true }],
])('leaves %s as Next makes it', (_where, build) => {
  const config: Configuration = { module: { rules: [] } };
  expect(withLeanNext(config, build)).toEqual({ module: { rules: [] } });
});
