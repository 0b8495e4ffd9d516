import { createHash } from 'node:crypto';
import type { QueueSpec } from '../../template/types';
import type { Queues } from './queues';

const HIDDEN_SECONDS = 30;

interface Request {
  QueueName?: string;
  QueueUrl?: string;
  ReceiptHandle?: string;
  MaxNumberOfMessages?: number;
  VisibilityTimeout?: number;
}

/** An answer of SQS's JSON protocol. */
export interface SqsAnswer {
  status: number;
  body: object;
}

/** SQS as far as a queue of what was given up is read: its address, its length, receiving and deleting. */
export function answerSqs(
  queues: Queues,
  ownUrl: string,
  operation: string,
  request: Request,
): SqsAnswer {
  const name = request.QueueName ?? request.QueueUrl?.split('/').at(-1) ?? '';
  const queue = queues.named(name);
  if (!queue) return refusal('QueueDoesNotExist', `There is no queue ${name}`);
  const perform = OPERATIONS[operation];
  if (!perform) return refusal('UnsupportedOperation', `${operation} is not offered locally`);
  return { status: 200, body: perform({ queues, queue, ownUrl, request }) };
}

interface Call {
  queues: Queues;
  queue: QueueSpec;
  ownUrl: string;
  request: Request;
}

const OPERATIONS: Record<string, (call: Call) => object> = {
  GetQueueUrl: ({ queue, ownUrl }) => ({
    QueueUrl: `${ownUrl}/${queue.arn.split(':').at(-2)}/${queue.name}`,
  }),
  GetQueueAttributes: ({ queues, queue }) => ({
    Attributes: { ApproximateNumberOfMessages: String(queues.messages(queue.arn).length) },
  }),
  ReceiveMessage: ({ queues, queue, request }) => ({
    Messages: queues
      .receive(
        queue.arn,
        request.MaxNumberOfMessages ?? 1,
        request.VisibilityTimeout ?? HIDDEN_SECONDS,
      )
      .map(({ id, body, receipt }) => ({
        MessageId: id,
        ReceiptHandle: receipt,
        Body: body,
        MD5OfBody: createHash('md5').update(body).digest('hex'),
      })),
  }),
  DeleteMessage: ({ queues, queue, request }) => {
    queues.delete(queue.arn, request.ReceiptHandle ?? '');
    return {};
  },
  ChangeMessageVisibility: ({ queues, queue, request }) => {
    queues.hide(queue.arn, request.ReceiptHandle ?? '', request.VisibilityTimeout ?? 0);
    return {};
  },
};

function refusal(code: string, message: string): SqsAnswer {
  return { status: 400, body: { __type: `com.amazonaws.sqs#${code}`, message } };
}
