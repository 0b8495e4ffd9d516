import { isJwks, type Jwks } from 'aws-jwt-verify/jwk';

const TIMEOUT_MS = 1500;
const REST_MS = 10_000;

export interface KeySource {
  current(): Jwks;
  /** Fetches the keys again; false when they could not be had or were asked for a moment ago. */
  refresh(): Promise<boolean>;
}

/**
 * The pool's keys: those known at build time, later those at `jwksUrl`. One fetch at a time and one
 * every ten seconds, so that tokens with invented key ids cannot make it hammer.
 */
export function createKeySource(
  { jwksUrl, jwks }: { jwksUrl: string; jwks?: Jwks },
  now: () => number = Date.now,
): KeySource {
  let keys: Jwks = jwks ?? { keys: [] };
  let restUntilMs = 0;
  let fetching: Promise<boolean> | undefined;
  const load = async () => {
    try {
      const response = await fetch(jwksUrl, { signal: AbortSignal.timeout(TIMEOUT_MS) });
      const answer = response.ok ? await response.json() : undefined;
      if (!isJwks(answer)) return false;
      keys = answer;
      return true;
    } catch (_error) {
      return false;
    } finally {
      fetching = undefined;
    }
  };
  return {
    current: () => keys,
    refresh() {
      if (fetching === undefined && now() < restUntilMs) return Promise.resolve(false);
      restUntilMs = now() + REST_MS;
      fetching ??= load();
      return fetching;
    },
  };
}
