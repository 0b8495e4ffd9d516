import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { GivenUp } from './given-up';
import type { ReceivedWork, UndigestedQueue } from './undigested-queue';

export interface ReplayPorts {
  queue: UndigestedQueue;
  lambda: LambdaClient;
  /** The event that a function was given; undefined where its records are kept nowhere any more. */
  eventOf(work: GivenUp): Promise<unknown>;
  log(line: string): void;
}

export interface Replayed {
  done: number;
  failed: number;
  remaining: number;
}

/**
 * Hands everything that was given up to its function again, one after the other. What is digested
 * leaves the queue; what fails again, or cannot be read any more, stays in it.
 */
export async function replay(ports: ReplayPorts): Promise<Replayed> {
  const { queue, log } = ports;
  const received = await queue.receiveAll();
  const counts = { done: 0, failed: 0 };
  for (const message of received) {
    const trouble = await hand(ports, message).catch((error: Error) => error.message);
    if (trouble === undefined) {
      await queue.delete(message);
      counts.done++;
    } else {
      await queue.giveBack(message);
      counts.failed++;
    }
    log(
      `${trouble === undefined ? 'done   ' : 'failed '} ${message.line}${trouble ? `: ${trouble}` : ''}`,
    );
  }
  return { ...counts, remaining: await queue.count() };
}

/** @returns why it failed again; undefined when the function has digested it. */
async function hand(
  { lambda, eventOf }: ReplayPorts,
  { work }: ReceivedWork,
): Promise<string | undefined> {
  const event = await eventOf(work);
  if (event === undefined) return 'its records are gone from the stream';
  const answer = await lambda.send(
    new InvokeCommand({
      FunctionName: withoutVersion(work.functionArn),
      Payload: JSON.stringify(event),
    }),
  );
  const payload = Buffer.from(answer.Payload ?? []).toString();
  if (answer.FunctionError !== undefined) return payload.slice(0, 300);
  const { batchItemFailures = [] } = (JSON.parse(payload || 'null') ?? {}) as {
    batchItemFailures?: unknown[];
  };
  return batchItemFailures.length > 0 ? `${batchItemFailures.length} records failed` : undefined;
}

/** Lambda names the version it ran; what runs now is what the alias says. */
function withoutVersion(functionArn: string): string {
  return functionArn.replace(/:(\$LATEST|\d+)$/, ':live');
}
