import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { ProblemError, request } from './request';

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
