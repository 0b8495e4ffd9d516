import { type CacheEntry, tagsOf } from '../cache/store';
import { type Lifetime, lifetimeOf } from '../cache/ttl';
import { copyOf, first } from '../http/headers';
import { EdgeError, type EdgeResponse, errorPage, wholeBody } from '../http/messages';
import { behaviorMatcher } from './behaviors';
import { compressed } from './compression';
import type { Answer, EdgeContext, Exchange } from './context';
import { withErrorPage } from './error-pages';
import { askOrigin } from './miss';

const MAX_STORED_BYTES = 32 * 1024 * 1024;
const DEFAULT_ERROR_TTL_SECONDS = 10;

/** Answers from the cache or, once for everybody who waits, from the origin. */
export class Lookup {
  readonly #fetching = new Map<string, Promise<Answer | undefined>>();
  readonly #match;

  constructor(private readonly context: EdgeContext) {
    this.#match = behaviorMatcher(context.distribution.behaviors);
  }

  async answer(exchange: Exchange): Promise<Answer> {
    const { request, behavior, key } = exchange;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead || behavior.cachePolicy.maxTtlSeconds === 0) return this.#fetch(exchange, false);
    const entry = this.context.cache.get(key.text);
    const state = entry === undefined ? 'absent' : stateOf(entry, this.context.now());
    if (entry !== undefined && state !== 'stale') {
      if (state === 'refresh') this.#refreshBehind(exchange, entry);
      return this.#hit(entry);
    }
    const fetching = this.#fetching.get(key.text);
    if (fetching === undefined) return this.#lead(exchange, entry);
    const shared = await fetching.catch(() => undefined);
    return shared ?? this.#lead(exchange, entry);
  }

  /** Fetches while others wait; what cannot be stored is the leader's alone. */
  async #lead(exchange: Exchange, entry: CacheEntry | undefined): Promise<Answer> {
    const job = this.#fetch(exchange, true, entry);
    const forOthers = job.then(({ response, result }) => {
      const stored = this.context.cache.get(exchange.key.text);
      if (stored === undefined || !Buffer.isBuffer(response.body)) return undefined;
      return { ...this.#hit(stored), ...(result === 'RefreshHit' && { result }) };
    });
    this.#share(exchange.key.text, forOthers);
    return job;
  }

  #share(key: string, job: Promise<Answer | undefined>): void {
    this.#fetching.set(key, job);
    const forget = () => {
      if (this.#fetching.get(key) === job) this.#fetching.delete(key);
    };
    job.then(forget, forget);
  }

  #refreshBehind(exchange: Exchange, entry: CacheEntry): void {
    if (this.#fetching.has(exchange.key.text)) return;
    this.#lead(exchange, entry).then(
      ({ response }) => {
        if (!Buffer.isBuffer(response.body)) response.body.resume();
      },
      (error) => {
        const message = `refresh of ${exchange.key.path}: ${error}`;
        this.context.log({ source: 'cloudfront', level: 'warn', message });
      },
    );
  }

  async #fetch(exchange: Exchange, isCacheable: boolean, stale?: CacheEntry): Promise<Answer> {
    const { context } = this;
    const mark = context.cache.mark();
    const { behavior, key, request } = exchange;
    const asked = await askOrigin(context, exchange, isCacheable, stale).catch((error) => {
      if (!(error instanceof EdgeError) || error.reason !== 'Error' || !isCacheable) throw error;
      return { response: errorPage(error, request.requestId), isGenerated: false };
    });
    const { status } = asked.response;
    if (stale !== undefined && status === 304)
      return this.#renew(exchange, stale, asked.response, mark);
    if (stale !== undefined && status >= 500 && mayStandIn(stale, context.now())) {
      if (!Buffer.isBuffer(asked.response.body)) asked.response.body.resume();
      stale.restUntilMs = context.now() + this.#errorTtlMs(status);
      return this.#hit(stale);
    }
    const { response: page, isGenerated } = await withErrorPage(
      context,
      this.#match,
      exchange,
      asked,
    );
    const response = await compressed(behavior, key, page);
    const lifetime = this.#lifetime(exchange, status, response);
    const isTooLarge = Number(first(response.headers, 'content-length') ?? 0) > MAX_STORED_BYTES;
    const result = isGenerated ? 'LambdaGeneratedResponse' : resultOf(response.status, 'Miss');
    if (!isCacheable) return { response, result };
    if (!lifetime.isStorable || isTooLarge) {
      context.cache.delete(key.text);
      return { response, result };
    }
    const body = await wholeBody(response.body).catch((error) => {
      throw new EdgeError(502, 'Error', `The origin broke off: ${error}`);
    });
    this.#store(exchange, { ...response, body }, { lifetime, mark });
    return { response: { ...response, body }, result };
  }

  #renew(exchange: Exchange, stale: CacheEntry, fresh: EdgeResponse, mark: number): Answer {
    const { etag: _, 'content-length': __, ...renewed } = fresh.headers;
    const response = {
      status: stale.status,
      headers: { ...stale.headers, ...renewed },
      body: stale.body,
    };
    const lifetime = this.#lifetime(exchange, stale.status, response);
    if (lifetime.isStorable) this.#store(exchange, response, { lifetime, mark });
    else this.context.cache.delete(exchange.key.text);
    return { response, result: 'RefreshHit' };
  }

  #store(
    { key }: Exchange,
    { status, headers, body }: EdgeResponse & { body: Buffer },
    { lifetime, mark }: { lifetime: Lifetime; mark: number },
  ) {
    const { cache, distribution, now } = this.context;
    const tags = tagsOf(first(headers, distribution.cacheTagHeader ?? ''));
    if (cache.isOutdated({ path: key.path, tags }, mark)) return;
    cache.set(key.text, {
      ...{ status, headers: copyOf(headers), body, path: key.path, tags, lifetime },
      storedMs: now(),
      restUntilMs: 0,
    });
  }

  #lifetime({ behavior }: Exchange, status: number, { headers }: EdgeResponse): Lifetime {
    const { distribution, now } = this.context;
    return lifetimeOf(behavior.cachePolicy, status, headers, distribution.errorResponses, now());
  }

  #errorTtlMs(status: number): number {
    const configured = this.context.distribution.errorResponses.get(status);
    return 1000 * (configured?.minTtlSeconds ?? DEFAULT_ERROR_TTL_SECONDS);
  }

  #hit({ status, headers, body, storedMs }: CacheEntry): Answer {
    const ageSeconds = Math.floor((this.context.now() - storedMs) / 1000);
    const response = { status, headers: copyOf(headers), body };
    return { response, result: resultOf(status, 'Hit'), ageSeconds };
  }
}

/** `refresh`: may be served now, and should be fetched again behind. */
function stateOf(entry: CacheEntry, nowMs: number): 'fresh' | 'refresh' | 'stale' {
  const ageSeconds = (nowMs - entry.storedMs) / 1000;
  const { freshSeconds, staleWhileRevalidateSeconds } = entry.lifetime;
  if (ageSeconds < freshSeconds || nowMs < entry.restUntilMs) return 'fresh';
  return ageSeconds < freshSeconds + staleWhileRevalidateSeconds ? 'refresh' : 'stale';
}

function mayStandIn(entry: CacheEntry, nowMs: number): boolean {
  const { freshSeconds, staleIfErrorSeconds } = entry.lifetime;
  return entry.status < 400 && (nowMs - entry.storedMs) / 1000 < freshSeconds + staleIfErrorSeconds;
}

function resultOf(status: number, good: 'Hit' | 'Miss'): 'Hit' | 'Miss' | 'Error' {
  return status >= 400 ? 'Error' : good;
}
