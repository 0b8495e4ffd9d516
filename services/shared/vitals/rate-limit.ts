const ADDRESSES_KEPT = 1_000;

interface Bucket {
  tokens: number;
  atMs: number;
}

/** A bucket of tokens for each address, in memory only: `true` while the address may go on. */
export function rateLimit({ burst, perSecond }: { burst: number; perSecond: number }) {
  const buckets = new Map<string, Bucket>();
  return (address: string, nowMs: number): boolean => {
    const last = buckets.get(address) ?? { tokens: burst, atMs: nowMs };
    const refilled = last.tokens + ((nowMs - last.atMs) / 1_000) * perSecond;
    const tokens = Math.min(burst, refilled);
    buckets.delete(address);
    buckets.set(address, { tokens: Math.max(0, tokens - 1), atMs: nowMs });
    for (const oldest of buckets.keys()) {
      if (buckets.size <= ADDRESSES_KEPT) break;
      buckets.delete(oldest);
    }
    return tokens >= 1;
  };
}

/**
 * Who asked, as our own distribution saw it: it appends the viewer to `x-forwarded-for`, and API
 * Gateway the distribution. What stands before came from the viewer and says nothing.
 */
export function viewerAddress(forwardedFor: string | undefined): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  return hops.at(-2) ?? hops.at(-1) ?? '';
}
