import type Stripe from 'stripe';
import type { Log } from '../../../part';
import { seededRandom, shuffled } from './random';
import { signatureHeader } from './signature';

const ATTEMPTS_MAX = 14;
const RETRY_FIRST_MS = 250;
const RETRY_LONGEST_MS = 60_000;
const ANSWER_LIMIT_MS = 10_000;
const CONCURRENT_MAX = 8;

export interface Endpoint {
  url: string;
  secret: string;
}

export interface WebhookOptions {
  platform: Endpoint;
  connect: Endpoint;
  findEvent(id: string): Stripe.Event | undefined;
  onDelivered(event: Stripe.Event): void;
  log: Log;
}

export interface Attempt {
  atMs: number;
  outcome: string;
  isDelivered: boolean;
}

export type ReleaseOrder = 'arrival' | 'reverse' | 'shuffle';

/** Makes delivery as unkind as the real world: late, doubled, out of order. */
export interface Unkindness {
  maxDelayMs: number;
  duplicatePercent: number;
  seed: number;
}

interface Delivery {
  eventId: string;
  attempt: number;
}

/** Delivers events to the platform's and the Connect endpoint until they answer 2xx. */
export class Webhooks {
  private readonly timers = new Map<NodeJS.Timeout, Delivery>();
  private readonly attempts = new Map<string, Attempt[]>();
  private held: Delivery[] = [];
  private ready: Delivery[] = [];
  private running = 0;
  private isHolding = false;
  private isStopped = false;
  private unkindness: Unkindness = { maxDelayMs: 0, duplicatePercent: 0, seed: 1 };
  private random = seededRandom(1);

  constructor(private readonly options: WebhookOptions) {}

  send(eventId: string): void {
    const { duplicatePercent, maxDelayMs } = this.unkindness;
    const copies = this.random() * 100 < duplicatePercent ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      this.schedule({ eventId, attempt: 1 }, this.random() * maxDelayMs);
    }
  }

  /** Sends an event again, however often it arrived already. */
  resend(eventId: string, copies = 1, delayMs = 0): void {
    for (let copy = 0; copy < copies; copy += 1) {
      this.schedule({ eventId, attempt: 1 }, delayMs, true);
    }
  }

  /** From now on events wait for `release`. */
  hold(): void {
    this.isHolding = true;
  }

  /** Lets waiting events go one after the other in this order, and ends holding. */
  release(order: ReleaseOrder = 'arrival', seed = 1): void {
    const waiting = this.held;
    this.held = [];
    this.isHolding = false;
    if (order === 'reverse') waiting.reverse();
    this.ready.push(...(order === 'shuffle' ? shuffled(waiting, seededRandom(seed)) : waiting));
    this.pump();
  }

  beUnkind(unkindness: Unkindness): void {
    this.unkindness = unkindness;
    this.random = seededRandom(unkindness.seed);
  }

  status(): { isHolding: boolean; held: string[]; waiting: number } {
    return {
      isHolding: this.isHolding,
      held: this.held.map((delivery) => delivery.eventId),
      waiting: this.timers.size + this.ready.length + this.running,
    };
  }

  attemptsOf(eventId: string): Attempt[] {
    return this.attempts.get(eventId) ?? [];
  }

  /** Ids of events that have not arrived yet, for the next start. */
  unfinished(): string[] {
    const waiting = [...this.timers.values(), ...this.ready, ...this.held];
    return [...new Set(waiting.map((delivery) => delivery.eventId))];
  }

  stop(): void {
    this.isStopped = true;
    for (const timer of this.timers.keys()) clearTimeout(timer);
  }

  private schedule(delivery: Delivery, delayMs: number, isForced = false): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      if (this.isHolding && !isForced) this.held.push(delivery);
      else this.ready.push(delivery);
      this.pump();
    }, delayMs);
    this.timers.set(timer, delivery);
  }

  private pump(): void {
    while (!this.isStopped && this.running < CONCURRENT_MAX) {
      const delivery = this.ready.shift();
      if (!delivery) return;
      this.running += 1;
      void this.deliver(delivery).finally(() => {
        this.running -= 1;
        this.pump();
      });
    }
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const event = this.options.findEvent(delivery.eventId);
    if (!event) return;
    const attempt = await this.post(event);
    this.attempts.set(event.id, [...this.attemptsOf(event.id), attempt]);
    if (attempt.isDelivered) {
      this.options.onDelivered(event);
      return;
    }
    this.options.log({
      source: 'stripe',
      level: 'warn',
      message: `webhook ${event.type} ${event.id}, attempt ${delivery.attempt}: ${attempt.outcome}`,
    });
    if (delivery.attempt >= ATTEMPTS_MAX || this.isStopped) return;
    const delayMs = Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** (delivery.attempt - 1));
    this.schedule({ ...delivery, attempt: delivery.attempt + 1 }, delayMs);
  }

  private async post(event: Stripe.Event): Promise<Attempt> {
    const endpoint = event.account === undefined ? this.options.platform : this.options.connect;
    const payload = JSON.stringify(event, null, 2);
    const atMs = Date.now();
    try {
      const answer = await fetch(endpoint.url, {
        method: 'POST',
        body: payload,
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
          'stripe-signature': signatureHeader(payload, endpoint.secret, Math.floor(atMs / 1000)),
        },
      });
      await answer.arrayBuffer();
      return { atMs, outcome: `HTTP ${answer.status}`, isDelivered: answer.ok };
    } catch (error) {
      return {
        atMs,
        outcome: error instanceof Error ? error.message : 'failed',
        isDelivered: false,
      };
    }
  }
}
