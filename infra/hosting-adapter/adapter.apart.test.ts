import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const directory = mkdtempSync(join(tmpdir(), 'hosting-adapter-'));
const lines: string[] = [];

/** Stands for the shell's `server.js`: it listens when it is loaded and says what it was asked. */
const SERVER = `
import { createServer } from 'node:http';
globalThis.adapterTestServer = createServer(async (request, response) => {
  const chunks = await Array.fromAsync(request);
  if (request.url === '/large') return response.end(Buffer.alloc(5_000_000));
  response.setHeader('set-cookie', ['a=1', 'b=2']);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ method: request.method, url: request.url,
    cookie: request.headers.cookie, body: Buffer.concat(chunks).toString() }));
}).listen(Number(process.env.PORT), process.env.HOSTNAME);
`;

let handler: typeof import('./adapter.mjs').handler;
beforeAll(async () => {
  const file = join(directory, 'server.mjs');
  writeFileSync(file, SERVER);
  process.env.SERVER_FILE = file;
  vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)));
  ({ handler } = await import('./adapter.mjs'));
});
afterAll(() => {
  (globalThis as { adapterTestServer?: { close(): void } }).adapterTestServer?.close();
  rmSync(directory, { recursive: true });
  vi.restoreAllMocks();
});

const get = (rawPath: string) => ({ rawPath, requestContext: { http: { method: 'GET' } } });

describe('the adapter between events and a server', () => {
  it('passes a request on whole, and the answer back with each of its cookies', async () => {
    const answer = await handler({
      rawPath: '/auth/api/sign-in',
      rawQueryString: 'next=%2F',
      cookies: ['x=1', 'y=2'],
      body: Buffer.from('hello').toString('base64'),
      isBase64Encoded: true,
      requestContext: { http: { method: 'POST' } },
    });
    expect(answer).toMatchObject({ statusCode: 200, cookies: ['a=1', 'b=2'] });
    expect(JSON.parse(Buffer.from(answer.body, 'base64').toString())).toEqual({
      method: 'POST',
      url: '/auth/api/sign-in?next=%2F',
      cookie: 'x=1; y=2',
      body: 'hello',
    });
  });

  it('refuses an answer that Lambda could not carry', async () => {
    expect(await handler(get('/large'))).toMatchObject({ statusCode: 502 });
  });

  it('prints the size of every answer, and the cold start once', async () => {
    await handler(get('/'));
    await vi.waitFor(() => expect(lines.length).toBeGreaterThanOrEqual(3), 10_000);
    const printed = lines.map((line) => JSON.parse(line));
    expect(printed.every(({ responseBytes }) => responseBytes > 0)).toBe(true);
    expect(printed.filter(({ coldStartMs }) => coldStartMs >= 0)).toHaveLength(1);
  });
});
