/** A key-value server that may be slow, forget anything at any time, or be gone. */
export interface CacheStore {
  /** Values in the order of the keys, which must begin with the same `{tag}`. */
  get(keys: readonly string[]): Promise<(string | null)[]>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  /** False when there is a value already. */
  setIfMissing(key: string, value: string, ttlMs: number): Promise<boolean>;
}
