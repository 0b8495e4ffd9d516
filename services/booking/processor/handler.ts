import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import type {
  Context,
  DynamoDBBatchResponse,
  DynamoDBRecord,
  DynamoDBStreamEvent,
} from 'aws-lambda';
import { once, startRuntime } from '../../shared/lambda';
import { sesMailer } from '../../shared/mail';
import { createTelemetry } from '../../shared/observability';
import { stripeClient, stripePayments } from '../../shared/payments';
import type { ProcessorContext } from './context';
import { processRecord } from './process-record';

const telemetry = createTelemetry('booking-processor');

const start = once(async (): Promise<Omit<ProcessorContext, 'now'>> => {
  const runtime = startRuntime(telemetry);
  const { env, table } = runtime;
  const [guestTokens, secret] = await Promise.all([runtime.guestTokens(), runtime.stripeSecret()]);
  return {
    table,
    guestTokens,
    payments: stripePayments(stripeClient(secret.STRIPE_SECRET_KEY, env.STRIPE_API_ORIGIN)),
    mailer: sesMailer(telemetry.traced(new SESv2Client({})), env.MAIL_FROM),
    publicOrigin: new URL(env.PUBLIC_ORIGIN).origin,
    region: env.AWS_REGION,
    homeRegion: env.HOME_REGION,
    log: telemetry.log,
    metrics: telemetry.metrics,
  };
});

/** Digests the stream record by record; only those that failed are delivered again. */
export async function handler(
  event: DynamoDBStreamEvent,
  context: Context,
): Promise<DynamoDBBatchResponse> {
  const processor = new BatchProcessor(EventType.DynamoDBStreams);
  return telemetry.invocation(context, async () => {
    const ports = await start();
    const digest = (record: DynamoDBRecord) => processRecord({ ...ports, now: new Date() }, record);
    return processPartialResponse(event, digest, processor, {
      context,
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
  });
}
