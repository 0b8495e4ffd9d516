import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GET } from './route';

const send = vi.hoisted(() => vi.fn());
const viewerOf = vi.hoisted(() => vi.fn());
vi.mock('../../../src/env', () => ({ env: () => ({ PUBLIC_ORIGIN: 'https://market.example' }) }));
vi.mock('../../../src/identity/viewer', () => ({ viewerOf }));
vi.mock('../../../src/identity/identity-service', () => ({ askIdentity: vi.fn() }));
vi.mock('../../../src/identity/user-pool/client', async (original) => ({
  ...(await original<object>()),
  userPool: () => ({ send }),
  poolId: () => ({ UserPoolId: 'pool' }),
  clientId: () => ({ ClientId: 'client' }),
}));

const TOKENS = { AccessToken: 'a2', IdToken: 'i2', RefreshToken: 'r2', ExpiresIn: 1800 };
const failure = (name: string) => Object.assign(new Error(name), { name });

function refresh(cookie = '__Host-em_refresh=r1; __Host-em_id=i1', next = '/bookings') {
  const url = `https://market.example/auth/refresh?next=${encodeURIComponent(next)}`;
  return GET(new Request(url, { headers: { cookie } }));
}
const endsSession = (answer: Response) =>
  answer.headers.getSetCookie().some((line) => /^__Host-em_refresh=; .*Max-Age=0/.test(line));

beforeEach(() => {
  send.mockReset();
  viewerOf.mockReset().mockResolvedValue({ signedIn: true, username: 'ada', groups: [] });
});

describe('refreshing a session', () => {
  it('brings new tokens, the refresh token too, and goes on', async () => {
    send.mockResolvedValue({ AuthenticationResult: TOKENS });
    const answer = await refresh();
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/bookings');
    expect(answer.headers.getSetCookie().map((line) => line.split(';')[0])).toEqual([
      '__Host-em_access=a2',
      '__Host-em_id=i2',
      '__Host-em_refresh=r2',
    ]);
    expect(send.mock.calls[0]?.[0].input).toEqual({ ClientId: 'client', RefreshToken: 'r1' });
  });

  it('ends every session of the person when a used token is used again', async () => {
    send.mockRejectedValueOnce(failure('RefreshTokenReuseException')).mockResolvedValue({});
    const answer = await refresh();
    expect(viewerOf).toHaveBeenCalledWith('i1', { evenIfExpired: true });
    expect(send.mock.lastCall?.[0].constructor.name).toBe('AdminUserGlobalSignOutCommand');
    expect(send.mock.lastCall?.[0].input).toEqual({ UserPoolId: 'pool', Username: 'ada' });
    expect(answer.headers.get('location')).toBe('/auth/sign-in?notice=reused&next=%2Fbookings');
    expect(endsSession(answer)).toBe(true);
  });

  it('asks to sign in when the session is over, and keeps it when the pool cannot be asked', async () => {
    send.mockRejectedValueOnce(failure('NotAuthorizedException'));
    const over = await refresh();
    expect(over.headers.get('location')).toBe(
      '/auth/sign-in?notice=sign-in-first&next=%2Fbookings',
    );
    expect(endsSession(over)).toBe(true);
    send.mockRejectedValueOnce(failure('InternalErrorException'));
    const away = await refresh();
    expect(away.headers.get('location')).toContain('problem=UNAVAILABLE');
    expect(endsSession(away)).toBe(false);
  });

  it('never leads away from this site', async () => {
    send.mockResolvedValue({ AuthenticationResult: TOKENS });
    expect((await refresh(undefined, '//evil.test')).headers.get('location')).toBe('/');
    const nobody = await refresh('', 'https://evil.test');
    expect(nobody.headers.get('location')).toBe('/auth/sign-in?notice=sign-in-first');
    expect(send).toHaveBeenCalledTimes(1);
  });
});
