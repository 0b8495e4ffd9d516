import { createHash } from 'node:crypto';
import type { ObjectStore, StoredObject } from './object-store';

/** An object store that lives and dies with the process. */
export function memoryObjects(): ObjectStore {
  const objects = new Map<string, StoredObject>();
  return {
    async read(key, knownEtag) {
      const found = objects.get(key);
      if (!found) return 'missing';
      return found.etag === knownEtag ? 'not-modified' : found;
    },
    async write(key, body, expected) {
      const current = objects.get(key)?.etag;
      if (current !== ('ifMatch' in expected ? expected.ifMatch : undefined)) return 'conflict';
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
      objects.set(key, { body, etag });
      return { etag };
    },
  };
}
