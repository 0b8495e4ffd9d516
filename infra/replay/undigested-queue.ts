import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { describeGivenUp, type GivenUp, readGivenUp } from './given-up';

/** Long enough to work through a queue, so that nothing is received twice by one run. */
const HIDDEN_SECONDS = 900;
const PAGE = 10;

export interface ReceivedWork {
  work: GivenUp;
  line: string;
  receipt: string;
}

export interface UndigestedQueue {
  count(): Promise<number>;
  /** Everything in it that nobody else is working on. */
  receiveAll(): Promise<ReceivedWork[]>;
  delete(message: ReceivedWork): Promise<void>;
  /** Shows it to others again. */
  giveBack(message: ReceivedWork): Promise<void>;
}

/** The queue of what a function could not digest. */
export async function undigestedQueue(sqs: SQSClient, name: string): Promise<UndigestedQueue> {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name }));
  const of = ({ receipt: ReceiptHandle }: ReceivedWork) => ({ QueueUrl, ReceiptHandle });
  return {
    async count() {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames });
      const { Attributes } = await sqs.send(command);
      return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
    },
    async receiveAll() {
      const all: ReceivedWork[] = [];
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({
            QueueUrl,
            MaxNumberOfMessages: PAGE,
            VisibilityTimeout: HIDDEN_SECONDS,
            // Without waiting only some of the queue's servers are asked.
            WaitTimeSeconds: 1,
          }),
        );
        if (Messages.length === 0) return all;
        for (const { Body = '', ReceiptHandle: receipt = '' } of Messages) {
          const work = readGivenUp(Body);
          all.push({ work, line: describeGivenUp(work), receipt });
        }
      }
    },
    async delete(message) {
      await sqs.send(new DeleteMessageCommand(of(message)));
    },
    async giveBack(message) {
      await sqs.send(new ChangeMessageVisibilityCommand({ ...of(message), VisibilityTimeout: 0 }));
    },
  };
}
