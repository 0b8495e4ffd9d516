import {
  createInstance,
  registerGlobalPlugins,
} from '@marketplace/kit/federation/browser/page-runtime';
import type { SharedModule } from '@marketplace/kit/federation/shared-modules';
import type { ModuleFederation, ModuleFederationRuntimePlugin } from '@module-federation/runtime';

/** How the runtime gets one of the shell's copies: at once, or by loading it when a slice asks. */
export type Share = { lib: () => unknown } | { get: () => Promise<() => unknown> };

/**
 * The shell's own copies of what slices share. `require` instead of `import`: slices are compiled
 * against the CommonJS shape of these packages. The compiler insists on the whole list.
 */
export const SHARED: Record<SharedModule, Share> = {
  react: { lib: () => require('react') },
  'react/jsx-runtime': { lib: () => require('react/jsx-runtime') },
  'react-dom': { lib: () => require('react-dom') },
  'next/dynamic': { lib: () => require('next/dynamic') },
  'next/head': { lib: () => require('next/head') },
  'next/link': { lib: () => require('next/link') },
  'next/router': { lib: () => require('next/router') },
};

/** Slices take whatever version the shell has; the contract's version says whether they may. */
const SHARE_CONFIG = { singleton: true, requiredVersion: false } as const;

let host: ModuleFederation | undefined;

interface HostOptions {
  /** How this side fetches and checks code. */
  plugin: ModuleFederationRuntimePlugin;
  shared: Record<string, Share>;
}

/** Starts the shell's federation host once. */
export function startHost({ plugin, shared }: HostOptions): void {
  if (host) return;
  registerGlobalPlugins([plugin]);
  host = createInstance({
    name: 'shell',
    remotes: [],
    shareStrategy: 'loaded-first',
    plugins: [plugin],
    shared: Object.fromEntries(
      Object.entries(shared).map(([name, share]) => [
        name,
        { ...share, version: '1.0.0', scope: 'default', shareConfig: SHARE_CONFIG },
      ]),
    ),
  });
}

/** The running host; throws when a side forgot to start it. */
export function federationHost(): ModuleFederation {
  if (!host) throw new Error('The federation host was not started.');
  return host;
}
