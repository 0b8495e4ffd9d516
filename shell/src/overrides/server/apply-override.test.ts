import type { IncomingMessage } from 'node:http';
import { ServerResponse } from 'node:http';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { env } from '../../env';
import { teamMemberOf } from '../../identity/viewer';
import { type Override, sealOverride } from '../override';
import { applyOverride } from './apply-override';
import { signingKeys } from './signing-keys';

vi.mock('./signing-keys', () => ({ signingKeys: vi.fn() }));
vi.mock('../../identity/viewer', () => ({ teamMemberOf: vi.fn() }));
vi.mock('../../env', () => ({ env: vi.fn() }));

const inAMinute = () => Math.floor(Date.now() / 1_000) + 60;

const sealed = (changes: Partial<Override> = {}, key = 'k') =>
  sealOverride(
    {
      userId: 'ada',
      slice: 'mf-catalog',
      from: { release: 'r7' },
      expiresAtSeconds: inAMinute(),
      ...changes,
    },
    key.repeat(64),
  );

async function asked(headers: Record<string, string>) {
  const response = new ServerResponse({ method: 'GET' } as never);
  const applied = await applyOverride({ headers } as unknown as IncomingMessage, response);
  return { applied, response };
}

const keysNamed = (...names: string[]) => {
  const accepted = names.map((name) => name.repeat(64));
  return { current: accepted[0] ?? '', accepted };
};

beforeEach(() => {
  vi.mocked(signingKeys).mockResolvedValue(keysNamed('k'));
  vi.mocked(env).mockReturnValue({
    CONTENT_SECURITY_POLICY:
      "default-src 'self'; script-src 'self' https://js.stripe.com; connect-src 'self'; frame-ancestors 'none'",
  } as never);
  vi.mocked(teamMemberOf).mockImplementation(async (token) =>
    token?.startsWith('token-of-') ? token.slice('token-of-'.length) : undefined,
  );
});

describe('a page asked for with an override', () => {
  it('gets the release, from the header of the edge or from the cookie', async () => {
    const ways = [
      { 'x-mf-override': sealed(), 'x-mf-session': 'token-of-ada' },
      { cookie: `__Host-em_slices=${sealed()}; __Host-em_access=token-of-ada` },
    ];
    for (const headers of ways) {
      const { applied } = await asked(headers);
      expect(applied).toMatchObject({
        isAsked: true,
        releases: { 'mf-catalog': 'r7' },
        shown: { slice: 'mf-catalog', release: 'r7' },
      });
    }
  });

  it('gets it also when the key was rotated since', async () => {
    vi.mocked(signingKeys).mockResolvedValue(keysNamed('n', 'k'));
    const { applied } = await asked({ 'x-mf-override': sealed(), 'x-mf-session': 'token-of-ada' });
    expect(applied.releases).toEqual({ 'mf-catalog': 'r7' });
  });

  it('gets it when another server signed it with a key that this one has not heard of', async () => {
    vi.mocked(signingKeys).mockImplementation(async ({ isDoubted } = {}) =>
      isDoubted ? keysNamed('k', 'o') : keysNamed('o'),
    );
    const { applied } = await asked({ 'x-mf-override': sealed(), 'x-mf-session': 'token-of-ada' });
    expect(applied.releases).toEqual({ 'mf-catalog': 'r7' });
  });

  it('is anybody’s page when there is none', async () => {
    const { applied, response } = await asked({ cookie: '__Host-em_access=token-of-ada' });
    expect(applied).toEqual({ isAsked: false, releases: {} });
    expect(response.getHeaderNames()).toEqual([]);
  });

  it.each([
    ['forged', sealed({}, 'x'), 'token-of-ada'],
    ['of the past', sealed({ expiresAtSeconds: 1 }), 'token-of-ada'],
    ['of somebody else', sealed(), 'token-of-eve'],
    ['of somebody without the role', sealed(), 'customer'],
    ['without a session', sealed(), 'none'],
    ['without a shape', 'nonsense', 'token-of-ada'],
  ])('is refused and ended when it is %s', async (_what, value, session) => {
    const { applied, response } = await asked({
      cookie: `__Host-em_slices=${value}; __Host-em_access=${session}`,
    });
    expect(applied).toEqual({ isAsked: true, releases: {} });
    expect(String(response.getHeader('set-cookie'))).toMatch(/^__Host-em_slices=; .*Max-Age=0/);
    expect(response.getHeader('x-mf-override-refused')).toBe('1');
  });

  it('may reach the viewer’s machine, and nothing else more', async () => {
    const { applied, response } = await asked({
      'x-mf-override': sealed({ from: { port: 3001 } }),
      'x-mf-session': 'token-of-ada',
    });
    expect(applied).toMatchObject({
      releases: {},
      shown: { localOrigin: 'http://localhost:3001' },
    });
    expect(response.getHeader('content-security-policy')).toBe(
      "default-src 'self'; script-src 'self' https://js.stripe.com http://localhost:3001; connect-src 'self' http://localhost:3001 ws://localhost:3001; frame-ancestors 'none'",
    );
  });
});
