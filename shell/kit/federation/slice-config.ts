import { NextFederationPlugin } from '@module-federation/nextjs-mf';
import type { NextConfig } from 'next';
import type { Configuration } from 'webpack';
import type { SliceName } from '../slice/contract';
import { EXPOSED_MODULES } from '../slice/modules';
import { chunkIntegrity } from './browser/chunk-integrity';
import { leanBrowserRuntime } from './browser/lean-browser-runtime';
import { MESSAGE_PACKAGES, withLeanMessages } from './messages/lean-messages';
import { containerName } from './names';
import { BROWSER_SHARED_MODULES, SHARED_MODULES } from './shared-modules';

/** Release builds name their release here; without it a slice is an ordinary Next app that runs alone. */
const release = process.env.MF_RELEASE;

/**
 * Next configuration of a slice. With `MF_RELEASE` set it builds the container of that release and
 * none of the pages; otherwise it builds the slice's own pages and knows nothing of federation.
 */
export function sliceNextConfig({ slice }: { slice: SliceName }): NextConfig {
  const config: NextConfig = {
    reactStrictMode: true,
    poweredByHeader: false,
    transpilePackages: ['@marketplace/kit', '@marketplace/services', ...MESSAGE_PACKAGES],
    typescript: { ignoreBuildErrors: true },
    eslint: { ignoreDuringBuilds: true },
    webpack: withLeanMessages,
  };
  if (!release) {
    return {
      ...config,
      rewrites: async () => toLocalCloud(),
      // A first request beside the preload finds packages that are modules half made.
      experimental: { preloadEntriesOnStart: false },
    };
  }
  return {
    ...config,
    distDir: 'dist/build',
    pageExtensions: ['release.tsx'],
    generateBuildId: () => release,
    webpack: (webpackConfig: Configuration, { isServer }: { isServer: boolean }) => {
      webpackConfig.plugins?.push(
        ...(isServer ? [] : [leanBrowserRuntime, chunkIntegrity]),
        federationPlugin(slice, release, isServer),
      );
      return withLeanMessages(webpackConfig);
    },
  };
}

/** Alone, a slice has the APIs, uploads and sign-in of the cloud that `PUBLIC_ORIGIN` names. */
function toLocalCloud() {
  const origin = process.env.PUBLIC_ORIGIN ?? 'http://localhost:8080';
  return ['/api/:path*', '/auth/:path*', '/media/:path*'].map((source) => ({
    source,
    destination: `${origin}${source}`,
  }));
}

function federationPlugin(slice: SliceName, releaseId: string, isServer: boolean) {
  const names = EXPOSED_MODULES[slice].flatMap((name) =>
    isServer ? [name, `${name}.server`] : [name],
  );
  return new NextFederationPlugin({
    name: containerName(slice, releaseId),
    filename: 'static/chunks/remoteEntry.js',
    exposes: Object.fromEntries(names.map((name) => [`./${name}`, `./exposes/${name}`])),
    remotes: {},
    shared: isServer
      ? shares(SHARED_MODULES, {})
      : shares(BROWSER_SHARED_MODULES, { import: false }),
    extraOptions: { skipSharingNextInternals: true },
  });
}

/** Browser containers have no copy of what is shared: the shell's lists are checked by its compiler. */
function shares(names: readonly string[], options: { import?: false }) {
  const share = { singleton: true, requiredVersion: false as const, ...options };
  return Object.fromEntries(names.map((name) => [name, share]));
}
