import type { ReleaseRef } from './slot-state';

/**
 * What loads containers: the official runtime on the server, the page's own in browsers. Each side
 * starts its own before it loads the first module.
 */
export interface FederationHost {
  /** Loads an exposed module of exactly this release. */
  load(ref: ReleaseRef, name: string): Promise<unknown>;
  /** Drops a container and all that is kept for it. */
  forget(container: string): void;
}

let host: FederationHost | undefined;

/** Starts this side's host once. */
export function startHost(start: () => FederationHost): void {
  host ??= start();
}

/** The running host; throws when a side forgot to start it. */
export function federationHost(): FederationHost {
  if (!host) throw new Error('The federation host was not started.');
  return host;
}
