import type { Context } from 'aws-lambda';
import { z } from 'zod';
import { type Cache, openCache } from '../../shared/cache';
import { startRuntime } from '../../shared/lambda';
import { createTelemetry } from '../../shared/observability';

const Versions = z.record(z.string(), z.string());

const telemetry = createTelemetry('cache-invalidator');
let cache: Cache | undefined;

/** Tells the cache the versions of what has changed, for the indexer, which is not in its network. */
export async function handler(event: unknown, lambda: Context): Promise<void> {
  cache ??= openCache(startRuntime(telemetry));
  const { setVersions } = cache;
  return telemetry.invocation(lambda, () => setVersions(Versions.parse(event)));
}
