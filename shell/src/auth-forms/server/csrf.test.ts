import { globSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';

const ORIGIN = 'https://market.example';
vi.mock('../../env', () => ({ env: () => ({ PUBLIC_ORIGIN: 'https://market.example' }) }));
vi.mock('../../identity/identity-service', () => ({
  askIdentity: async () => ({ outcome: 'done' }),
}));
vi.mock('../../identity/user-pool/client', () => ({
  userPool: () => ({ send: async () => Promise.reject(new Error('nobody is asked')) }),
  poolId: () => ({}),
  clientId: () => ({}),
}));

type Handler = (request: Request) => Promise<Response>;

const SHELL = join(import.meta.dirname, '../../..');
const WRITES = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Every field that any of the forms asks for. */
const FIELDS = {
  answer: 'json',
  email: 'ada@demo.test',
  name: 'Ada',
  password: 'Demo-Pass-1!',
  current: 'Demo-Pass-1!',
  code: '123456',
};

const files = globSync('app/**/route.ts', { cwd: SHELL }).sort();
const writes: { name: string; handler: Handler }[] = [];

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const file of files) {
    const module = (await import(join(SHELL, file))) as Record<string, Handler>;
    for (const method of WRITES) {
      const handler = module[method];
      if (handler) writes.push({ name: `${method} ${file}`, handler });
    }
  }
});

async function codeOf(handler: Handler, headers: Record<string, string>) {
  const answer = await handler(
    new Request(`${ORIGIN}/`, { method: 'POST', headers, body: new URLSearchParams(FIELDS) }),
  );
  const { code } = (await answer.json()) as { code?: string };
  return { code, status: answer.status };
}

describe('writes of the shell', () => {
  it('are all known, and none is among the pages of the older router', () => {
    expect(writes.length).toBeGreaterThanOrEqual(12);
    expect(globSync('pages/api/**', { cwd: SHELL })).toEqual([]);
  });

  it('are refused from anywhere but our own pages', async () => {
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site', origin: ORIGIN },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      { origin: 'https://market.example.evil.test' },
      { origin: 'null' },
      {},
    ];
    for (const { name, handler } of writes) {
      for (const headers of foreign) {
        const { code, status } = await codeOf(handler, headers);
        expect([code, status], name).toEqual(['FOREIGN_ORIGIN', 403]);
      }
    }
  });

  it('are let in from our own pages', async () => {
    const ours: Record<string, string>[] = [
      { 'sec-fetch-site': 'same-origin' },
      { origin: ORIGIN },
    ];
    for (const { name, handler } of writes) {
      for (const headers of ours) {
        expect((await codeOf(handler, headers)).code, name).not.toBe('FOREIGN_ORIGIN');
      }
    }
  });
});
