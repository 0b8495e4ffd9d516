import { lambdaHandler, startRuntime } from '../shared/lambda';
import { s3Client, s3Objects } from '../shared/objects';
import { createTelemetry } from '../shared/observability';
import { createApp } from './app';
import { marketIndexes } from './snapshots/market-indexes';

const telemetry = createTelemetry('catalog');

export const handler = lambdaHandler(async () => {
  const { env, table, settings } = startRuntime(telemetry);
  const catalogSettings = settings();
  const { log, now } = catalogSettings;
  const objects = s3Objects(env.S3_BUCKET_NAME, telemetry.traced(s3Client(env)));
  return createApp(catalogSettings, { table, indexes: marketIndexes(objects, now, log) });
}, telemetry);
