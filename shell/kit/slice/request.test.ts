import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { isUndecided, ProblemError, request } from './request';

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serviceThat(answers: RequestListener): Promise<string> {
  const started = createServer(answers);
  server = started;
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

const problemOf = (call: Promise<unknown>) =>
  call.then(
    (answer) => expect.fail(`answered ${JSON.stringify(answer)}`),
    (error: unknown) => (error instanceof ProblemError ? error.problem : error),
  );

it('gives the JSON of an answer, and undefined for one without a body', async () => {
  const baseUrl = await serviceThat((asked, answer) =>
    asked.url === '/json' ? answer.end('{"slots":[]}') : answer.writeHead(204).end(),
  );
  expect(await request('/json', { baseUrl })).toEqual({ slots: [] });
  expect(await request('/nothing', { baseUrl })).toBeUndefined();
});

it('asks a service next to it for an answer that is not packed', async () => {
  const baseUrl = await serviceThat(({ headers }, answer) =>
    answer.end(JSON.stringify(headers['accept-encoding'])),
  );
  expect(await request('/', { baseUrl })).toBe('identity');
});

it('throws the problem that the service states', async () => {
  const problem = { type: 'about:blank', title: 'Taken', status: 409, code: 'SLOT_TAKEN' };
  const baseUrl = await serviceThat((_, answer) => {
    answer.writeHead(409).end(JSON.stringify(problem));
  });
  expect(await problemOf(request('/', { baseUrl }))).toEqual(problem);
});

it.each([200, 502])('takes a page that is no JSON with status %i for no answer', async (status) => {
  const baseUrl = await serviceThat((_, answer) => {
    answer.writeHead(status).end('<html>');
  });
  expect(await problemOf(request('/', { baseUrl }))).toMatchObject({ code: 'UNREACHABLE', status });
});

it('never takes an answer that breaks off for an answer', async () => {
  const baseUrl = await serviceThat((_, answer) => {
    answer.writeHead(200, { 'content-length': 100 }).write('{"slots":', () => answer.destroy());
  });
  expect(await problemOf(request('/', { baseUrl }))).toMatchObject({ code: 'UNREACHABLE' });
});

it('rejects with the abort when it is given up while the body arrives', async () => {
  const leave = new AbortController();
  const baseUrl = await serviceThat((_, answer) => {
    answer.writeHead(200, { 'content-length': 100 }).write('{"slots":', () => leave.abort());
  });
  const error = await problemOf(request('/', { baseUrl, signal: leave.signal }));
  expect(error).toMatchObject({ name: 'AbortError' });
});

describe('a service that is told too much', () => {
  const problem = { type: 'about:blank', title: 'Later', status: 429, code: 'THROTTLED' };
  const write = { method: 'POST', body: { a: 1 }, idempotencyKey: 'k1' } as const;

  /** Refuses so many times with that `Retry-After`, then does it; remembers the keys. */
  async function refusing(times: number, retryAfter?: string) {
    const keys: unknown[] = [];
    const baseUrl = await serviceThat((asked, answer) => {
      keys.push(asked.headers['idempotency-key']);
      if (keys.length > times) return answer.end('{"done":true}');
      answer.writeHead(429, retryAfter === undefined ? {} : { 'retry-after': retryAfter });
      return answer.end(JSON.stringify(problem));
    });
    return { baseUrl, keys };
  }

  it('gets a write again when it says, under the same key', async () => {
    const { baseUrl, keys } = await refusing(2, '0');
    expect(await request('/', { ...write, baseUrl })).toEqual({ done: true });
    expect(keys).toEqual(['k1', 'k1', 'k1']);
  });

  it('is left alone after three attempts, and the person is told', async () => {
    const { baseUrl, keys } = await refusing(9, '0');
    expect(await problemOf(request('/', { ...write, baseUrl }))).toEqual(problem);
    expect(keys).toHaveLength(3);
  });

  it.each([
    ['it does not say when to come back', write, undefined],
    ['the wait is longer than anybody waits for a button', write, '60'],
    ['nothing is written', {}, '0'],
  ])('is not asked again by itself when %s', async (_when, options, retryAfter) => {
    const { baseUrl, keys } = await refusing(9, retryAfter);
    expect(await problemOf(request('/', { ...options, baseUrl }))).toEqual(problem);
    expect(keys).toHaveLength(1);
  });
});

it.each([
  [429, 'THROTTLED', true],
  [500, 'INTERNAL', true],
  [503, 'UNAVAILABLE', true],
  [200, 'UNREACHABLE', true],
  [409, 'IDEMPOTENCY_IN_PROGRESS', true],
  [409, 'SLOT_TAKEN', false],
  [400, 'INVALID_INPUT', false],
])('a write that is refused with %i %s is undecided: %s', (status, code, undecided) => {
  expect(isUndecided({ type: 'about:blank', title: '', status, code })).toBe(undecided);
});
