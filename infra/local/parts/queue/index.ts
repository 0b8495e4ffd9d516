import { readBody, sendJson, serve } from '../../http';
import type { Part } from '../../part';
import type { QueueSpec } from '../../template/types';
import { type QueueMessage, Queues } from './queues';
import { answerSqs } from './sqs-api';

const TARGET = 'AmazonSQS.';

export interface QueuePart extends Part {
  /** Appends to the queue of that ARN; throws when the template has no such queue. */
  send(queueArn: string, body: string): void;
  messages(queueArn: string): readonly QueueMessage[];
}

export interface QueueOptions {
  port: number;
  queues: QueueSpec[];
}

/** Queues that keep what functions and event sources gave up: SQS's API, and `GET /` for the console. */
export async function startQueue({ port, queues: specs }: QueueOptions): Promise<QueuePart> {
  const queues = new Queues(specs);
  const { url, close } = await serve(port, async (request, response) => {
    const target = String(request.headers['x-amz-target'] ?? '');
    if (target.startsWith(TARGET)) {
      const input = JSON.parse((await readBody(request)).toString() || '{}');
      const ownUrl = `http://${request.headers.host}`;
      const { status, body } = answerSqs(queues, ownUrl, target.slice(TARGET.length), input);
      const type = { 'content-type': 'application/x-amz-json-1.0' };
      return sendJson(response, status, body, type);
    }
    sendJson(
      response,
      200,
      queues.all().map(({ name, arn }) => ({ name, arn, messages: queues.messages(arn) })),
    );
  });
  return {
    name: 'queue',
    url,
    send: (arn, body) => queues.send(arn, body),
    messages: (arn) => queues.messages(arn),
    health: async () => {
      const waiting = specs.reduce((sum, { arn }) => sum + queues.messages(arn).length, 0);
      return { ready: true, detail: `${specs.length} queues, ${waiting} messages given up` };
    },
    stop: close,
  };
}
