import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SQSClient } from '@aws-sdk/client-sqs';
import { LOCAL_DEFAULT_PORT, parseStageName, type StageName, stageConfig } from '../config';
import { WATCHED_SLICES } from '../lib/constructs/observability/watched';
import { namesOf, TABLE_NAME } from '../lib/names';
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
  if (stage === 'local') useLocalEndpoints(Number(process.env.PORT ?? LOCAL_DEFAULT_PORT));
  const config = stageConfig(stage);
  const sqs = new SQSClient({ region: config.homeRegion });
  const queueOf = (name: string) => undigestedQueue(sqs, namesOf(config).undigested(name));
  return { region: config.homeRegion, queueOf };
}

/** What is set already wins, so that another place can be named by hand. */
function useLocalEndpoints(port: number): void {
  const settings: Record<string, string> = {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  for (const [service, offset] of Object.entries(LOCAL_ENDPOINTS)) {
    settings[`AWS_ENDPOINT_URL_${service}`] = `http://127.0.0.1:${port + offset}`;
  }
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
