import { openCache } from '../shared/cache';
import { lambdaHandler, startRuntime } from '../shared/lambda';
import { s3Client, s3Objects } from '../shared/objects';
import { createTelemetry } from '../shared/observability';
import { knownReleases, storedIn } from '../shared/vitals';
import { createApp } from './app';
import { marketIndexes } from './snapshots/market-indexes';

const telemetry = createTelemetry('catalog');

export const handler = lambdaHandler(async () => {
  const runtime = startRuntime(telemetry);
  const { env, table, settings } = runtime;
  const catalogSettings = settings();
  const { log, now } = catalogSettings;
  const s3 = telemetry.traced(s3Client(env));
  const indexes = marketIndexes(s3Objects(env.S3_BUCKET_NAME, s3), now, log);
  const isThere = storedIn(s3Objects(env.SLICES_BUCKET_NAME, s3));
  const isKnownRelease = knownReleases({ now, isThere });
  const ports = { table, indexes, cache: openCache(runtime) };
  return createApp({ ...catalogSettings, isKnownRelease }, ports);
}, telemetry);
