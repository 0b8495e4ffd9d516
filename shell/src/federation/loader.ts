import type { SliceModule } from '@marketplace/kit/slice';
import { federationHost } from './host';
import type { ReleaseRef } from './slot-state';

type LoadedModule = Partial<SliceModule<object>> & Record<string, unknown>;

const loaded = new Map<string, LoadedModule>();
const pending = new Map<string, Promise<LoadedModule>>();

const keyOf = ({ container }: ReleaseRef, name: string) => `${container}/${name}`;

/** A module that has already been loaded, for rendering without waiting. */
export function loadedModule(ref: ReleaseRef, name: string): LoadedModule | undefined {
  return loaded.get(keyOf(ref, name));
}

/**
 * Loads an exposed module of exactly this release; concurrent calls share one load. After a failure
 * nothing of it is kept, so that the next call tries again.
 */
export function loadModule(ref: ReleaseRef, name: string): Promise<LoadedModule> {
  const key = keyOf(ref, name);
  const known = loaded.get(key);
  if (known) return Promise.resolve(known);
  const running = pending.get(key);
  if (running) return running;
  const load = fetchModule(ref, name).finally(() => pending.delete(key));
  pending.set(key, load);
  return load;
}

async function fetchModule(ref: ReleaseRef, name: string): Promise<LoadedModule> {
  const host = federationHost();
  try {
    const module = (await host.load(ref, name)) as LoadedModule | undefined;
    if (!module) throw new Error(`${keyOf(ref, name)} is empty`);
    loaded.set(keyOf(ref, name), module);
    return module;
  } catch (error) {
    if (!hasLoaded(ref.container)) host.forget(ref.container);
    throw error;
  }
}

/** Drops a release whole: modules, container and everything the runtime keeps for it. */
export function forgetRelease(container: string): void {
  for (const key of loaded.keys()) if (key.startsWith(`${container}/`)) loaded.delete(key);
  federationHost().forget(container);
}

function hasLoaded(container: string): boolean {
  return [...loaded.keys()].some((key) => key.startsWith(`${container}/`));
}
