import { describe, expect, it } from 'vitest';
import { ACCESS_COOKIE } from '../../../domain/identity';
import { fakeAuth, tokenOf } from '../../testing/fake-auth';
import { ProblemError } from '../problems';
import { authenticate, guestTokens, requireSameOrigin } from './index';

const { guestTokens: tokens } = fakeAuth;
const headers = (init: Record<string, string>) => new Headers(init);

describe('guest tokens', () => {
  it('open the booking they were signed for', () => {
    expect(tokens.verify(tokens.sign('b1'))).toBe('b1');
  });

  it('open nothing when changed, signed with another secret, or of another shape', () => {
    const token = tokens.sign('b1');
    const other = guestTokens('another secret').sign('b1');
    const moved = token.replace('b1', 'b2');
    const cut = token.slice(0, -4);
    for (const bad of [
      other,
      moved,
      cut,
      `${cut}AAAA`,
      `${token}.x`,
      'guest..',
      'guest',
      '',
      'x.y.z',
    ]) {
      expect(tokens.verify(bad), bad).toBeUndefined();
    }
  });
});

describe('who asks', () => {
  it('is the bearer of the token before the cookie, and nobody without either', async () => {
    const cookie = `${ACCESS_COOKIE}=${tokenOf('ada')}`;
    const bearer = `Bearer ${tokens.sign('b1')}`;
    expect(await authenticate(headers({ cookie }), fakeAuth)).toMatchObject({ userId: 'ada' });
    expect(await authenticate(headers({ cookie, authorization: bearer }), fakeAuth)).toEqual({
      kind: 'guest',
      bookingId: 'b1',
    });
    expect(await authenticate(headers({}), fakeAuth)).toEqual({ kind: 'anonymous' });
  });

  it.each([
    { authorization: 'Bearer guest.b1.forged' },
    { authorization: 'Bearer nonsense' },
    { authorization: 'Basic YTpi' },
    { cookie: `${ACCESS_COOKIE}=nonsense` },
  ])('is never nobody when a token is not valid: %o', async (bad) => {
    const failure = authenticate(headers(bad), fakeAuth);
    await expect(failure).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('writes', () => {
  const check = (method: string, init: Record<string, string>) => () =>
    requireSameOrigin(method, headers(init), 'https://market.test');

  it.each([
    ['POST', { 'sec-fetch-site': 'same-origin' }],
    ['POST', { origin: 'https://market.test' }],
    ['POST', { authorization: 'Bearer x' }],
    ['GET', { origin: 'https://evil.test' }],
  ])('%s with %o is accepted', (method, init) => {
    expect(check(method, init as Record<string, string>)).not.toThrow();
  });

  it.each([
    {},
    { origin: 'https://evil.test' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', cookie: 'x=y' },
  ])('without proof of our origin are refused: %o', (init) => {
    expect(check('POST', init as Record<string, string>)).toThrow(ProblemError);
  });
});
