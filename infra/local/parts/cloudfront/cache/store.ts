import type { HeaderMap } from '../http/headers';
import type { Lifetime } from './ttl';

/** An answer kept at the edge. */
export interface CacheEntry {
  status: number;
  headers: HeaderMap;
  body: Buffer;
  path: string;
  storedMs: number;
  lifetime: Lifetime;
  /** Until when a failed refresh is not tried again. */
  restUntilMs: number;
}

const MAX_BYTES = 256 * 1024 * 1024;
const ENTRY_OVERHEAD_BYTES = 1024;

/** Answers by cache key; the longest unused go when there is no more room. */
export class EdgeCache {
  readonly #entries = new Map<string, CacheEntry>();
  #bytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  get size(): number {
    return this.#entries.size;
  }

  get(key: string): CacheEntry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: CacheEntry): void {
    this.delete(key);
    this.#entries.set(key, entry);
    this.#bytes += bytesOf(entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.maxBytes) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#bytes -= bytesOf(entry);
    this.#entries.delete(key);
  }

  /** Forgets what invalidation paths name (`*` at the end is any rest); tells how many answers. */
  invalidate(paths: readonly string[]): number {
    const patterns = paths.map(invalidationPattern);
    const gone = [...this.#entries]
      .filter(([, { path }]) => patterns.some((pattern) => pattern.test(path)))
      .map(([key]) => key);
    for (const key of gone) this.delete(key);
    return gone.length;
  }
}

function invalidationPattern(path: string): RegExp {
  const isPrefix = path.endsWith('*');
  const exact = (isPrefix ? path.slice(0, -1) : path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${exact.startsWith('/') ? '' : '/'}${exact}${isPrefix ? '' : '$'}`);
}

function bytesOf({ body }: CacheEntry): number {
  return body.length + ENTRY_OVERHEAD_BYTES;
}
