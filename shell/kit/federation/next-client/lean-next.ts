import path from 'node:path';
import type { Configuration } from 'webpack';

const NEXT = path.join(path.dirname(require.resolve('next/package.json')), 'dist');
const PARTS = ['client', 'lib', 'pages', 'shared'];
/** Next names these files to the compiler itself, by their whole path. */
const ENTRIES = ['client/next.js', 'client/router.js'];
/** Exists once only. */
const POLYFILLS = 'build/polyfills/polyfill-module';
/** Asked for by code of which pages use other parts. */
const UNUSED = path.join(NEXT, 'compiled/path-to-regexp');

const ofModules = (part: string) => path.join(NEXT, 'esm', part);

/** What Next says about the build that it configures. */
export interface Build {
  isServer: boolean;
  dev: boolean;
}

/**
 * Next ships its client twice and bundles the CommonJS one into pages, of which a compiler can leave
 * nothing out. The browser's part of the pages router takes the one made of modules, whole, so that
 * there is one router: what no page calls stays away.
 */
export function withLeanNext(config: Configuration, { isServer, dev }: Build): Configuration {
  if (isServer || dev) return config;
  const alias = {
    ...Object.fromEntries(PARTS.map((part) => [path.join(NEXT, part), ofModules(part)])),
    [ofModules(POLYFILLS)]: path.join(NEXT, POLYFILLS),
  };
  config.module?.rules?.push(
    { issuerLayer: 'pages-dir-browser', resolve: { alias } },
    { include: UNUSED, sideEffects: false },
  );
  const entries = ENTRIES.map((entry) => [`${path.join(NEXT, entry)}$`, ofModules(entry)]);
  config.resolve = {
    ...config.resolve,
    alias: { ...config.resolve?.alias, ...Object.fromEntries(entries) },
  };
  return config;
}
