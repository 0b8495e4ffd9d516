import path from 'node:path';
import type { NextConfig } from 'next';
import type { Configuration } from 'webpack';
import { earlyFiles } from './early-files';
import { MESSAGE_PACKAGES, withLeanMessages } from './messages/lean-messages';
import { type Build, withLeanNext } from './next-client/lean-next';

const REPOSITORY = path.resolve(
  path.dirname(require.resolve('@marketplace/kit/package.json')),
  '../..',
);

/** Packages that Next's file tracing takes for part of the server. */
const BUILD_TOOLS = ['node', '@esbuild', 'esbuild', 'webpack', 'typescript', '@img', 'terser'];

/**
 * Next configuration of the shell: a plain Next app with two routers. It hosts slices
 * itself, see docs/decisions, and is built without the federation plugin, which would ship the runtime's
 * tables and a second router to every page, and refuses `app/`.
 */
export function shellNextConfig(): NextConfig {
  const early = earlyFiles(path.join(REPOSITORY, 'shell/early'));
  return {
    env: early.env,
    reactStrictMode: true,
    poweredByHeader: false,
    // A development server beside a built one must not overwrite it.
    distDir: process.env.NODE_ENV === 'development' ? '.next/dev' : '.next',
    output: 'standalone',
    outputFileTracingRoot: REPOSITORY,
    outputFileTracingExcludes: { '*': BUILD_TOOLS.map((name) => `node_modules/${name}/**`) },
    images: { unoptimized: true },
    transpilePackages: ['@marketplace/kit', '@marketplace/services', ...MESSAGE_PACKAGES],
    typescript: { ignoreBuildErrors: true },
    eslint: { ignoreDuringBuilds: true },
    webpack: (config: Configuration, build: Build) => {
      if (!build.isServer) {
        // Slots are loaded by a top-level await before hydration.
        const environment = { ...config.output?.environment, asyncFunction: true };
        config.output = { ...config.output, environment };
      }
      return early.withFiles(withLeanMessages(withLeanNext(config, build)), build);
    },
  };
}
