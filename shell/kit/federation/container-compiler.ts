import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { COMPILER_NAMES, PHASE_PRODUCTION_BUILD } from 'next/constants';
import webpackConfigOf, { loadProjectInfo } from 'next/dist/build/webpack-config';
import loadConfig from 'next/dist/server/config';
import { trace } from 'next/dist/trace';
import { type Compiler, type Configuration, webpack } from 'webpack';

export type { Stats } from 'webpack';

/** Next's own book-keeping about an app, which a container alone is not. */
const ABOUT_APPS = /^(BuildManifest|CopyFile|NextFontManifest|Profiling|ReactLoadable|Telemetry)/;
const NO_ROUTES = { beforeFiles: [], afterFiles: [], fallback: [] };
const NO_PREVIEW = {
  previewModeId: '',
  previewModeSigningKey: '',
  previewModeEncryptionKey: '',
};

/**
 * The compiler that `next build` has for the browser's part of a slice's release, for a watcher:
 * the container alone, readable, and quick to build again. It is a production build, since the page's
 * React is one. Wants the environment of a release build, see `slice-config.ts`.
 */
export async function containerCompiler(directory: string, output: string): Promise<Compiler> {
  const config = {
    ...(await loadConfig(PHASE_PRODUCTION_BUILD, directory, { silent: true })),
    distDir: path.relative(directory, output),
  };
  const buildId = process.env.MF_RELEASE ?? '';
  const release = (await webpackConfigOf(directory, {
    ...(await loadProjectInfo({ dir: directory, config, dev: false })),
    buildId,
    config,
    encryptionKey: '',
    previewProps: NO_PREVIEW,
    compilerType: COMPILER_NAMES.client,
    entrypoints: {},
    pagesDir: undefined,
    appDir: undefined,
    rewrites: NO_ROUTES,
    originalRewrites: undefined,
    originalRedirects: undefined,
    runWebpackSpan: trace('container'),
  })) as Configuration;
  // The plugin copies what a build for the server left there: nothing.
  await mkdir(path.join(output, 'ssr'), { recursive: true });
  return webpack(forWatching(release));
}

function forWatching(release: Configuration): Configuration {
  return {
    ...release,
    entry: {},
    devtool: 'cheap-module-source-map',
    infrastructureLogging: { level: 'none' },
    plugins: release.plugins?.filter((plugin) => !ABOUT_APPS.test(nameOf(plugin))) ?? [],
    output: {
      ...release.output,
      filename: 'static/chunks/[name].js',
      chunkFilename: 'static/chunks/[name].js',
      crossOriginLoading: 'anonymous',
    },
    optimization: {
      ...release.optimization,
      minimize: false,
      concatenateModules: false,
      moduleIds: 'named',
      chunkIds: 'named',
    },
  };
}

function nameOf(plugin: unknown): string {
  return plugin instanceof Object ? plugin.constructor.name : '';
}
