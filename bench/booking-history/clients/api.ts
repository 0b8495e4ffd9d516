import type { BenchCloud } from '../../support/cloud/boot';
import type { HistoryFile } from '../history/file';
import type { Action, Answer, CallLine, Outcome } from '../history/lines';

/** One write, or a read, as a client wants it; every request of it carries the same key. */
export interface Wish {
  attempt: string;
  action: Action;
  serviceId: string;
  bookingId?: string;
  start?: string;
  seats?: number;
  isGuest?: boolean;
  /** `GET` without a body. */
  path: string;
  body?: object;
  /** A bearer token; without it the request comes from a page of ours. */
  token?: string;
}

export type Result = Pick<CallLine, 'outcome' | 'status' | 'code' | 'answer'> & {
  /** The whole answer, for what is not written down. */
  body: Record<string, unknown>;
};

export interface Api {
  /** Makes one request and writes it down. */
  ask(client: number, wish: Wish): Promise<Result>;
}

/** Refusals that say nothing about whether the write was or will be done. */
const INDEFINITE_CODES = ['IDEMPOTENCY_IN_PROGRESS'];

export function historyApi(cloud: BenchCloud, history: HistoryFile, patienceMs: number): Api {
  return {
    async ask(client, wish) {
      const startedMs = Date.now();
      const result = await request(cloud, wish, patienceMs);
      const { path: _, body: __, token: ___, ...said } = wish;
      const { body: ____, ...answered } = result;
      history.write({ kind: 'call', client, ...said, startedMs, endedMs: Date.now(), ...answered });
      return result;
    },
  };
}

async function request(cloud: BenchCloud, wish: Wish, patienceMs: number): Promise<Result> {
  const { path, body, token, attempt } = wish;
  try {
    const response = await fetch(cloud.apiUrl(path), {
      method: body ? 'POST' : 'GET',
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        origin: cloud.publicOrigin,
        ...(body && { 'content-type': 'application/json', 'idempotency-key': attempt }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer = JSON.parse(await response.text()) as Record<string, unknown>;
    const outcome = outcomeOf(response.status, answer.code);
    const { status } = response;
    if (outcome === 'ok') return { outcome, status, answer: answerOf(answer), body: answer };
    return { outcome, status, code: String(answer.code), body: answer };
  } catch (error) {
    return { outcome: 'unknown', code: error instanceof Error ? error.name : 'lost', body: {} };
  }
}

function outcomeOf(status: number, code: unknown): Outcome {
  if (status < 300) return 'ok';
  return status >= 500 || INDEFINITE_CODES.includes(String(code)) ? 'unknown' : 'refused';
}

function answerOf(body: Record<string, unknown>): Answer {
  const { bookingId, state, start, holdExpiresAt } = body as Answer;
  const totalMinor = (body.price as { totalMinor?: number } | undefined)?.totalMinor;
  return {
    ...(bookingId !== undefined && { bookingId }),
    ...(state !== undefined && { state }),
    ...(start !== undefined && { start }),
    ...(totalMinor !== undefined && { totalMinor }),
    ...(holdExpiresAt !== undefined && { holdExpiresAt }),
  };
}
