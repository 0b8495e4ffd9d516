import type { Share } from '@marketplace/kit/federation/browser/share-scope';
import type { SharedModule } from '@marketplace/kit/federation/shared-modules';
import {
  createInstance,
  type ModuleFederation,
  type ModuleFederationRuntimePlugin,
  registerGlobalPlugins,
} from '@module-federation/runtime';
import type { FederationHost } from '../../host';
import { SHARED } from '../../shared';

interface FederationGlobal {
  __FEDERATION__?: { __INSTANCES__: { name: string }[]; __SHARE__?: Record<string, unknown> };
}

const SERVER_SHARED: Record<SharedModule, Share> = {
  ...SHARED,
  'next/dynamic': { lib: () => require('next/dynamic') },
};

/** Slices take whatever version the shell has; the contract's version says whether they may. */
const SHARE_CONFIG = { singleton: true, requiredVersion: false } as const;

/** Containers of the server are hosted by the official runtime; `plugin` says how code is fetched. */
export function serverHost(plugin: ModuleFederationRuntimePlugin): FederationHost {
  registerGlobalPlugins([plugin]);
  const runtime = createInstance({
    name: 'shell',
    remotes: [],
    shareStrategy: 'loaded-first',
    plugins: [plugin],
    shared: Object.fromEntries(
      Object.entries(SERVER_SHARED).map(([name, share]) => [
        name,
        { ...share, version: '1.0.0', scope: 'default', shareConfig: SHARE_CONFIG },
      ]),
    ),
  });
  return {
    async load({ container, entry }, name) {
      if (!remoteOf(runtime, container)) {
        runtime.registerRemotes([{ name: container, entry, type: 'commonjs-module' }]);
      }
      return runtime.loadRemote(`${container}/${name}`);
    },
    forget: (container) => forget(runtime, container),
  };
}

const remoteOf = ({ options }: ModuleFederation, container: string) =>
  options.remotes.find(({ name }) => name === container);

/** Also removes the traces that the runtime leaves in globals, which would never be freed. */
function forget(runtime: ModuleFederation, container: string): void {
  const remote = remoteOf(runtime, container);
  // biome-ignore lint/complexity/useLiteralKeys: private to TypeScript, and the only way to forget a remote
  if (remote) runtime.remoteHandler['removeRemote'](remote);
  const federation = (globalThis as FederationGlobal).__FEDERATION__;
  if (federation) {
    federation.__INSTANCES__ = federation.__INSTANCES__.filter(({ name }) => name !== container);
    const shares = federation.__SHARE__ ?? {};
    for (const id of Object.keys(shares)) {
      if (id === container || id.startsWith(`${container}:`)) delete shares[id];
    }
  }
  for (const name of globalsOf(container)) Reflect.deleteProperty(globalThis, name);
}

function globalsOf(container: string): string[] {
  const chunks = `webpackChunk${container.replace(/_+/g, '_')}`;
  return [container, `__FEDERATION_${container}:custom__`, chunks];
}
