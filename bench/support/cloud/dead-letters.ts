import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { localClient } from '../../../infra/local/client';
import { describeGivenUp, type GivenUp, readGivenUp } from '../../../infra/replay/given-up';
import { type Replayed, replay } from '../../../infra/replay/replay';
import { readBatch } from '../../../infra/replay/stream-records';
import type { ReceivedWork } from '../../../infra/replay/undigested-queue';

/** Keeps what the stream's consumer gave up, and hands it over again as `npm run replay` does for an operator. */
export function deadLetters({ tableUrl, lambdaUrl }: { tableUrl: string; lambdaUrl: string }) {
  let waiting: ReceivedWork[] = [];
  const queue = {
    count: async () => waiting.length,
    receiveAll: async () => [...waiting],
    delete: async (done: ReceivedWork) => {
      waiting = waiting.filter((other) => other !== done);
    },
    giveBack: async () => {},
  };
  const lambda = new LambdaClient(localClient(lambdaUrl));
  const streams = new DynamoDBStreamsClient(localClient(tableUrl));
  const eventOf = async (work: GivenUp) => {
    if (!('batch' in work)) return work.event;
    const records = await readBatch(streams, work.batch);
    return records && { Records: records };
  };
  return {
    giveUp(body: string): void {
      const work = readGivenUp(body);
      waiting.push({ work, line: describeGivenUp(work), receipt: '' });
    },
    replay: (log: (line: string) => void): Promise<Replayed> =>
      replay({ queue, lambda, eventOf, log }),
    close(): void {
      lambda.destroy();
      streams.destroy();
    },
  };
}
