import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { parseStageName, type StageName, stageConfig } from '../config';
import { WATCHED_SLICES } from '../lib/constructs/observability/watched';
import { namesOf, TABLE_NAME } from '../lib/names';
import { useLocalEndpoints } from '../local/run/use-local-endpoints';
import type { GivenUp } from './given-up';
import { readKeptMessages } from './kept-messages';
import { replay } from './replay';
import { readBatch } from './stream-records';
import { undigestedQueue } from './undigested-queue';

const FUNCTIONS = WATCHED_SLICES.flatMap(({ consumers, scheduled }) => [
  ...consumers,
  ...scheduled,
]);
const USAGE = `Usage, for a function of ${FUNCTIONS.join(', ')}:
  npm run replay -- status [--stage local]
  npm run replay -- <function> [--stage local]`;

/** Ports of the local cloud's parts, counted from the public port. */
const LOCAL_ENDPOINTS = { DYNAMODB: 10, DYNAMODB_STREAMS: 10, LAMBDA: 17, SQS: 19 };

async function main(): Promise<void> {
  const options = { stage: { type: 'string', default: 'local' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const stage = parseStageName(values.stage);
  const [command = ''] = positionals;
  if (command === 'status') return status(stage);
  if (!FUNCTIONS.includes(command)) throw new Error(USAGE);
  const { region, queueOf } = await reach(stage);
  const dynamodb = new DynamoDBClient({ region });
  const streams = new DynamoDBStreamsClient({ region });
  const eventOf = async (work: GivenUp) => {
    if (!('batch' in work)) return work.event;
    const fromStream = await readBatch(streams, work.batch);
    if (fromStream) return { Records: fromStream };
    if (command !== 'booking-processor') return undefined;
    return { Records: await readKeptMessages(dynamodb, TABLE_NAME, work.batch) };
  };
  const lambda = new LambdaClient({ region });
  const queue = await queueOf(command);
  const { done, failed, remaining } = await replay({ queue, lambda, eventOf, log: console.log });
  console.log(`${command}: ${done} done, ${failed} failed again, ${remaining} remaining`);
  if (failed > 0) process.exitCode = 1;
}

/** What waits in every queue; looking at it takes nothing out. */
async function status(stage: StageName): Promise<void> {
  const { queueOf } = await reach(stage);
  for (const name of FUNCTIONS) {
    const queue = await queueOf(name);
    console.log(`${name}: ${await queue.count()} given up`);
    const received = await queue.receiveAll();
    for (const message of received) {
      console.log(`  ${message.line}`);
      await queue.giveBack(message);
    }
  }
}

async function reach(stage: StageName) {
  if (stage === 'local') useLocalEndpoints(LOCAL_ENDPOINTS);
  const config = stageConfig(stage);
  const sqs = new SQSClient({ region: config.homeRegion });
  const queueOf = (name: string) => undigestedQueue(sqs, namesOf(config).undigested(name));
  return { region: config.homeRegion, queueOf };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
