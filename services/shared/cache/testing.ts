import type { CacheStore } from './store';

export interface MemoryStore extends CacheStore {
  /** Forgets every key that contains the word. */
  evict(word: string): void;
}

/** A store that lives with the test; nothing in it goes by itself. */
export function memoryStore(): MemoryStore {
  const values = new Map<string, string>();
  return {
    get: async (keys) => keys.map((key) => values.get(key) ?? null),
    async set(key, value) {
      values.set(key, value);
    },
    async setIfMissing(key, value) {
      if (values.has(key)) return false;
      values.set(key, value);
      return true;
    },
    evict(word) {
      for (const key of values.keys()) if (key.includes(word)) values.delete(key);
    },
  };
}
