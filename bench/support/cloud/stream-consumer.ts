import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../../../infra/local/part';
import type { LambdaHost } from '../../../infra/local/parts/lambda/host';
import { type StreamsPart, startStreams } from '../../../infra/local/parts/streams';
import { until } from '../../../infra/local/until';
import type { MarketTable } from '../../../services/shared/table';
import type { Template } from './template';

interface Batch {
  Records: { dynamodb: { SequenceNumber?: string; Keys?: { PK?: { S?: string } } } }[];
}

export interface StreamConsumerOptions {
  template: Template;
  endpoint: string;
  stateDir: string;
  host: LambdaHost;
  table: MarketTable;
  /** Takes what was given up after all retries, as Lambda tells a queue of it. */
  giveUp(body: string): void;
  log: Log;
}

/** How long nothing may be digested before the stream counts as stuck. */
const STUCK_MS = 180_000;

/** The processor's way to the table's stream, which can be restarted and waited for. */
export async function startStreamConsumer(options: StreamConsumerOptions) {
  const { template, endpoint, host, table, log } = options;
  const stateDir = join(options.stateDir, 'streams');
  const digested = new Set<string>();
  const invoke = async (functionArn: string, event: Batch) => {
    const result = await host.invoke(functionArn, event);
    if ('payload' in result) noteDigested(event, result.payload, digested);
    return result;
  };
  const start = (): Promise<StreamsPart> =>
    startStreams({
      endpoint,
      sources: template.sources,
      stateDir,
      invoke,
      onFailure: (_arn, body) => options.giveUp(body),
      log,
    });
  let streams = await start();
  const positions = template.sources.map(({ id }) => join(stateDir, `${id}.json`));

  return {
    /** Ends the consumer and starts another one from positions noted earlier: some records come twice. */
    async crash(): Promise<void> {
      const noted = positions.filter((file) => existsSync(file));
      for (const file of noted) copyFileSync(file, `${file}.noted`);
      await until(() => undefined, 200);
      await streams.stop();
      for (const file of noted) copyFileSync(`${file}.noted`, file);
      streams = await start();
    },
    /** Resolves once everything that is in the stream now was digested. */
    async catchUp(): Promise<void> {
      const eventId = `evt_mark_${crypto.randomUUID()}`;
      const now = new Date().toISOString();
      await table.inbox
        .create({
          eventId,
          type: 'mark.reached',
          objectType: 'mark',
          objectId: eventId,
          createdAt: now,
          receivedAt: now,
        })
        .go();
      const key = `INBOX#${eventId}`;
      while (!digested.has(key)) {
        const before = digested.size;
        const isMoving = () => (digested.has(key) || digested.size > before ? true : undefined);
        if (await until(isMoving, STUCK_MS)) continue;
        throw new Error(`Nothing of the stream was digested for ${STUCK_MS / 1000} s`);
      }
    },
    stop: () => streams.stop(),
  };
}

function noteDigested({ Records }: Batch, payload: string, digested: Set<string>): void {
  const answer = JSON.parse(payload) as {
    batchItemFailures?: { itemIdentifier?: string }[];
  } | null;
  const failed = new Set(answer?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier));
  for (const { dynamodb } of Records) {
    const key = dynamodb.Keys?.PK?.S;
    if (key !== undefined && !failed.has(dynamodb.SequenceNumber)) digested.add(key);
  }
}
