import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { startRuntime } from '../../shared/lambda';
import { s3Client, s3Objects } from '../../shared/objects';
import { createTelemetry } from '../../shared/observability';
import { distributionPages, noEdgePages } from './forget/edge-pages';
import { answersBehind, noKeptAnswers } from './forget/kept-answers';
import { type IndexerContext, indexBatch } from './index-batch';

/** Where the distribution and all that is next to it live. */
const EDGE_REGION = 'us-east-1';

const telemetry = createTelemetry('search-indexer');
let context: IndexerContext | undefined;

export async function handler(
  event: DynamoDBStreamEvent,
  lambda: Context,
): Promise<DynamoDBBatchResponse> {
  context ??= start();
  const indexer = context;
  return telemetry.invocation(lambda, () => indexBatch(indexer, event.Records));
}

function start(): IndexerContext {
  const { env, table } = startRuntime(telemetry);
  const bucket = (name: string, region?: string) =>
    s3Objects(name, telemetry.traced(s3Client(env, region)));
  const snapshots = {
    search: bucket(env.S3_BUCKET_NAME),
    near: bucket(env.SNAPSHOTS_BUCKET_NAME, EDGE_REGION),
  };
  const { CACHE_INVALIDATOR, DISTRIBUTION_ID } = env;
  const pages = DISTRIBUTION_ID ? distributionPages(DISTRIBUTION_ID) : noEdgePages;
  const answers = CACHE_INVALIDATOR ? answersBehind(CACHE_INVALIDATOR) : noKeptAnswers;
  return { table, snapshots, pages, answers, now: () => new Date(), log: telemetry.log };
}
