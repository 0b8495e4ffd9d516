import { createInstance, registerGlobalPlugins } from '@marketplace/kit/federation/page-runtime';
import type { SharedModule } from '@marketplace/kit/federation/shared-modules';
import type { ModuleFederation, ModuleFederationRuntimePlugin } from '@module-federation/runtime';

/**
 * The shell's own copies of what slices share. `require` instead of `import`: slices are compiled
 * against the CommonJS shape of these packages. The compiler insists on the whole list.
 */
const SHARED: Record<SharedModule, () => unknown> = {
  react: () => require('react'),
  'react/jsx-runtime': () => require('react/jsx-runtime'),
  'react-dom': () => require('react-dom'),
  'next/dynamic': () => require('next/dynamic'),
  'next/head': () => require('next/head'),
  'next/link': () => require('next/link'),
  'next/router': () => require('next/router'),
};

const REACT_VERSION = '19.2.9';
const NEXT_VERSION = '15.5.29';

let host: ModuleFederation | undefined;

/** Starts the shell's federation host once; `plugin` says how this side fetches and checks code. */
export function startHost(plugin: ModuleFederationRuntimePlugin): void {
  if (host) return;
  registerGlobalPlugins([plugin]);
  host = createInstance({
    name: 'shell',
    remotes: [],
    shareStrategy: 'loaded-first',
    plugins: [plugin],
    shared: Object.fromEntries(
      Object.entries(SHARED).map(([name, lib]) => [
        name,
        {
          version: name.startsWith('next/') ? NEXT_VERSION : REACT_VERSION,
          scope: 'default',
          lib,
          shareConfig: { singleton: true, requiredVersion: false },
        },
      ]),
    ),
  });
}

/** The running host; throws when a side forgot to start it. */
export function federationHost(): ModuleFederation {
  if (!host) throw new Error('The federation host was not started.');
  return host;
}
