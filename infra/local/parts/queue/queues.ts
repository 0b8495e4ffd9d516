import { randomUUID } from 'node:crypto';
import type { QueueSpec } from '../../template/types';

export interface QueueMessage {
  id: string;
  sentAtMs: number;
  body: string;
}

interface Kept extends QueueMessage {
  /** Until when it is with somebody who received it. */
  hiddenUntilMs: number;
  receipt?: string;
}

/** Queues in memory, with SQS's rule that what was received is hidden until it is deleted or its time is up. */
export class Queues {
  private readonly byArn: Map<string, Kept[]>;

  constructor(private readonly specs: readonly QueueSpec[]) {
    this.byArn = new Map(specs.map(({ arn }) => [arn, []]));
  }

  named(name: string): QueueSpec | undefined {
    return this.specs.find((spec) => spec.name === name);
  }

  all(): readonly QueueSpec[] {
    return this.specs;
  }

  /** @throws Error when the template has no such queue */
  send(arn: string, body: string): void {
    const message = { id: randomUUID(), sentAtMs: Date.now(), body, hiddenUntilMs: 0 };
    this.of(arn).push(message);
  }

  messages(arn: string): readonly QueueMessage[] {
    return this.of(arn).map(({ id, sentAtMs, body }) => ({ id, sentAtMs, body }));
  }

  receive(
    arn: string,
    most: number,
    hiddenSeconds: number,
  ): { id: string; body: string; receipt: string }[] {
    const now = Date.now();
    const visible = this.of(arn).filter(({ hiddenUntilMs }) => hiddenUntilMs <= now);
    return visible.slice(0, most).map((message) => {
      const receipt = randomUUID();
      Object.assign(message, { receipt, hiddenUntilMs: now + hiddenSeconds * 1000 });
      return { id: message.id, body: message.body, receipt };
    });
  }

  delete(arn: string, receipt: string): void {
    const messages = this.of(arn);
    const place = messages.findIndex((message) => message.receipt === receipt);
    if (place >= 0) messages.splice(place, 1);
  }

  hide(arn: string, receipt: string, seconds: number): void {
    const message = this.of(arn).find((kept) => kept.receipt === receipt);
    if (message) message.hiddenUntilMs = Date.now() + seconds * 1000;
  }

  private of(arn: string): Kept[] {
    const queue = this.byArn.get(arn);
    if (!queue) throw new Error(`The template has no queue ${arn}`);
    return queue;
  }
}
