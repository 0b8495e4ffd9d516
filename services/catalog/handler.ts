import { lambdaHandler, startRuntime } from '../shared/lambda';
import { s3Client, s3Objects } from '../shared/objects';
import { createTelemetry } from '../shared/observability';
import { createApp } from './app';
import { marketIndexes } from './snapshots/market-indexes';

const telemetry = createTelemetry('catalog');

export const handler = lambdaHandler(async () => {
  const { env, table, settings } = startRuntime(telemetry);
  const { log, metrics, now } = settings();
  const objects = s3Objects(env.S3_BUCKET_NAME, telemetry.traced(s3Client()));
  return createApp({ log, metrics, now }, { table, indexes: marketIndexes(objects, now, log) });
}, telemetry);
