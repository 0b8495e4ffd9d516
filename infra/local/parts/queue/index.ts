import { randomUUID } from 'node:crypto';
import { sendJson, serve } from '../../http';
import type { Part } from '../../part';
import type { QueueSpec } from '../../template/types';

export interface QueueMessage {
  id: string;
  sentAtMs: number;
  body: string;
}

export interface QueuePart extends Part {
  /** Appends to the queue of that ARN; throws when the template has no such queue. */
  send(queueArn: string, body: string): void;
  messages(queueArn: string): readonly QueueMessage[];
}

export interface QueueOptions {
  port: number;
  queues: QueueSpec[];
}

/** Queues in memory that keep what functions and event sources gave up; `GET /` lists them. */
export async function startQueue({ port, queues }: QueueOptions): Promise<QueuePart> {
  const byArn = new Map(queues.map(({ arn }) => [arn, [] as QueueMessage[]]));
  const queueOf = (arn: string): QueueMessage[] => {
    const queue = byArn.get(arn);
    if (!queue) throw new Error(`The template has no queue ${arn}`);
    return queue;
  };
  const { url, close } = await serve(port, (_request, response) =>
    sendJson(
      response,
      200,
      queues.map(({ name, arn }) => ({ name, arn, messages: queueOf(arn) })),
    ),
  );
  return {
    name: 'queue',
    url,
    send: (arn, body) => {
      queueOf(arn).push({ id: randomUUID(), sentAtMs: Date.now(), body });
    },
    messages: queueOf,
    health: async () => {
      const waiting = [...byArn.values()].reduce((sum, queue) => sum + queue.length, 0);
      return { ready: true, detail: `${queues.length} queues, ${waiting} messages given up` };
    },
    stop: close,
  };
}
