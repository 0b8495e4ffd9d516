import type { HeaderMap } from '../http/headers';
import type { Lifetime } from './ttl';

/** An answer kept at the edge. */
export interface CacheEntry {
  status: number;
  headers: HeaderMap;
  body: Buffer;
  path: string;
  /** In lower case, as CloudFront compares them. */
  tags: readonly string[];
  storedMs: number;
  lifetime: Lifetime;
  /** Until when a failed refresh is not tried again. */
  restUntilMs: number;
}

const MAX_BYTES = 256 * 1024 * 1024;
const ENTRY_OVERHEAD_BYTES = 1024;
/** Answers that are on their way for longer than this many invalidations are not kept. */
const KEPT_INVALIDATIONS = 200;
const MOST_TAGS = 50;

type Named = Pick<CacheEntry, 'path' | 'tags'>;

/** Answers by cache key; the longest unused go when there is no more room. */
export class EdgeCache {
  readonly #entries = new Map<string, CacheEntry>();
  readonly #recent = new Map<number, (entry: Named) => boolean>();
  #invalidations = 0;
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

  /**
   * Forgets what the items of an invalidation name, also answers that are on their way: paths (`*` at
   * the end is any rest) and `#tags`. Tells how many answers were there.
   */
  invalidate(items: readonly string[]): number {
    const isNamed = nameTest(items);
    this.#invalidations += 1;
    this.#recent.set(this.#invalidations, isNamed);
    this.#recent.delete(this.#invalidations - KEPT_INVALIDATIONS);
    const gone = [...this.#entries].filter(([, entry]) => isNamed(entry)).map(([key]) => key);
    for (const key of gone) this.delete(key);
    return gone.length;
  }

  /** A mark of this moment, for `isOutdated`. */
  mark(): number {
    return this.#invalidations;
  }

  /** Whether an answer asked for at the mark was invalidated before it came. */
  isOutdated(entry: Named, mark: number): boolean {
    if (this.#invalidations - mark >= KEPT_INVALIDATIONS) return true;
    return [...this.#recent].some(([number, isNamed]) => number > mark && isNamed(entry));
  }
}

/** Tests whether an answer is named by one of the items. */
function nameTest(items: readonly string[]): (entry: Named) => boolean {
  const tags = items
    .filter((item) => item.startsWith('#'))
    .map((tag) => tag.slice(1).toLowerCase());
  const patterns = items.filter((item) => !item.startsWith('#')).map(invalidationPattern);
  return (entry) =>
    patterns.some((pattern) => pattern.test(entry.path)) ||
    tags.some((tag) => entry.tags.includes(tag));
}

/** Tags as an answer's header lists them; CloudFront reads fifty. */
export function tagsOf(header: string | undefined): string[] {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().toLowerCase());
  return tags.filter((tag) => tag !== '').slice(0, MOST_TAGS);
}

function invalidationPattern(path: string): RegExp {
  const isPrefix = path.endsWith('*');
  const exact = (isPrefix ? path.slice(0, -1) : path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${exact.startsWith('/') ? '' : '/'}${exact}${isPrefix ? '' : '$'}`);
}

function bytesOf({ body }: CacheEntry): number {
  return body.length + ENTRY_OVERHEAD_BYTES;
}
