import { StripeFault } from './fault';

const KEPT_SECONDS = 24 * 3600;

/** An answer that is given again to the same key. */
export interface StoredAnswer {
  fingerprint: string;
  status: number;
  body: string;
  requestId: string;
  createdSeconds: number;
}

/** Stripe's idempotency: same key and parameters replay, others are refused, concurrent ones locked out. */
export class IdempotencyKeys {
  private readonly answers = new Map<string, StoredAnswer>();
  private readonly running = new Set<string>();

  constructor(private readonly nowSeconds: () => number) {}

  /**
   * Claims a key for a request, or returns the answer to replay.
   * @throws StripeFault `idempotency_error` (other parameters), 409 (still running)
   */
  begin(key: string, fingerprint: string): StoredAnswer | undefined {
    if (this.running.has(key)) {
      throw new StripeFault(409, {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message:
          'There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): please try again later.',
      });
    }
    const stored = this.answers.get(key);
    if (stored && stored.createdSeconds + KEPT_SECONDS > this.nowSeconds()) {
      if (stored.fingerprint === fingerprint) return stored;
      throw new StripeFault(400, {
        type: 'idempotency_error',
        message:
          'Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than the one you meant to execute a different request.',
      });
    }
    this.running.add(key);
    return undefined;
  }

  /** Keeps the answer; refused parameters are not kept, as at Stripe. */
  finish(key: string, answer: Omit<StoredAnswer, 'createdSeconds'>): void {
    this.running.delete(key);
    const hasExecuted = answer.status < 300 || answer.status === 402 || answer.status >= 500;
    if (!hasExecuted) return;
    this.answers.set(key, { ...answer, createdSeconds: this.nowSeconds() });
  }

  /** As a day later. */
  forget(): void {
    this.answers.clear();
  }

  snapshot(): [string, StoredAnswer][] {
    const oldest = this.nowSeconds() - KEPT_SECONDS;
    return [...this.answers].filter(([, answer]) => answer.createdSeconds > oldest);
  }

  restore(entries: [string, StoredAnswer][]): void {
    for (const [key, answer] of entries) this.answers.set(key, answer);
  }
}
