import { beforeAll, describe, expect, it, vi } from 'vitest';
import { FIELDS, olderWrites, type WriteHandler, writesOfTheShell } from './testing';

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

let writes: Awaited<ReturnType<typeof writesOfTheShell>> = [];

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  writes = await writesOfTheShell();
});

async function codeOf(handler: WriteHandler, headers: Record<string, string>) {
  const answer = await handler(
    new Request(`${ORIGIN}/`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ ...FIELDS, answer: 'json' }),
    }),
  );
  const { code } = (await answer.json()) as { code?: string };
  return { code, status: answer.status };
}

describe('writes of the shell', () => {
  it('are all known, and none is among the pages of the older router', () => {
    expect(writes.length).toBeGreaterThanOrEqual(12);
    expect(olderWrites()).toEqual([]);
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
