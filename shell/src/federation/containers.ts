import { federationHost } from './host';

interface FederationGlobal {
  __FEDERATION__?: { __INSTANCES__: { name: string }[]; __SHARE__?: Record<string, unknown> };
}

/** Whether the host has this container registered. */
export function isKnown(container: string): boolean {
  return federationHost().options.remotes.some(({ name }) => name === container);
}

/** Removes a container and all traces that the runtime leaves in globals, which would never be freed. */
export function forgetContainer(container: string): void {
  const host = federationHost();
  const remote = host.options.remotes.find(({ name }) => name === container);
  // biome-ignore lint/complexity/useLiteralKeys: private to TypeScript, and the only way to forget a remote
  if (remote) host.remoteHandler['removeRemote'](remote);
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
