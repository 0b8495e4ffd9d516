import type { PageIntegrityGlobal } from '@marketplace/kit/federation/browser/page-runtime';
import type { BrowserRelease } from '../slot-state';

const page = globalThis as PageIntegrityGlobal;

/** Makes the hashes of a release's scripts known, also to the containers' own chunk loaders. */
export function registerIntegrity({ integrity }: BrowserRelease): void {
  page.__MF_INTEGRITY__ = { ...page.__MF_INTEGRITY__, ...integrity };
}

/** Hash that a script must have, by its URL. */
export function integrityOf(url: string): string | undefined {
  return page.__MF_INTEGRITY__?.[new URL(url, location.href).pathname];
}
