import { beforeAll, expect, it, vi } from 'vitest';
import { NAUGHTY_STRINGS } from '../../../../services/shared/testing/naughty/strings';
import { FIELDS, type WriteHandler, writesOfTheShell } from './testing';

const ORIGIN = 'https://market.example';
vi.mock('../../env', () => ({ env: () => ({ PUBLIC_ORIGIN: 'https://market.example' }) }));
vi.mock('../../identity/viewer', async (original) => ({
  ...(await original<object>()),
  teamMemberOf: async () => 'ada',
}));
vi.mock('../../federation/server/code/engine', () => ({
  manifestOf: async (slice: string, release: string) =>
    Promise.reject(new Error(`There is no ${slice}/${release}`)),
}));
vi.mock('../../overrides/server/signing-key', () => ({ overrideKey: async () => 'k'.repeat(64) }));
vi.mock('../../identity/identity-service', () => ({
  askIdentity: async () => ({ outcome: 'done' }),
}));
vi.mock('../../identity/user-pool/client', () => ({
  userPool: () => ({
    send: async () => Promise.reject(Object.assign(new Error(), { name: 'CodeMismatchException' })),
  }),
  poolId: () => ({}),
  clientId: () => ({}),
}));

let writes: Awaited<ReturnType<typeof writesOfTheShell>> = [];
beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  writes = await writesOfTheShell();
});

const FORMS: [field: string, text: string][] = [...Object.keys(FIELDS), 'port', 'answer'].flatMap(
  (field) => NAUGHTY_STRINGS.map((text): [string, string] => [field, text]),
);

async function answered(handler: WriteHandler, field: string, text: string) {
  const answer = await handler(
    new Request(`${ORIGIN}/`, {
      method: 'POST',
      headers: { origin: ORIGIN, cookie: 'a=b' },
      body: new URLSearchParams({ ...FIELDS, [field]: text }),
    }),
  );
  const location = answer.headers.get('location') ?? '/';
  return {
    status: answer.status,
    origin: new URL(location, ORIGIN).origin,
    cookies: answer.headers.getSetCookie(),
  };
}

it('any text in any field of any form of the shell leads on within this site, and sets no cookie of its own', async () => {
  expect(writes.length).toBeGreaterThanOrEqual(12);
  const statuses = new Set<number>();
  for (const [at, { name, handler }] of writes.entries()) {
    // Forms share what reads their fields: each is given every sixth text, and the next the next.
    for (const [field, text] of FORMS.filter((_, index) => index % 6 === at % 6)) {
      const { status, origin, cookies } = await answered(handler, field, text);
      statuses.add(status);
      const what = `${name}, ${field}: ${text.slice(0, 60)}`;
      expect([origin, status < 500], what).toEqual([ORIGIN, true]);
      for (const cookie of cookies)
        expect(cookie, what).toMatch(/^__Host-em_\w+=[^;\r\n]*; Path=\//);
    }
  }
  expect([...statuses]).toContain(303);
});
