import { RequestCookies } from 'next/dist/server/web/spec-extension/cookies';
import { expect, it, vi } from 'vitest';
import { NAUGHTY_STRINGS } from '../../../../services/shared/testing/naughty/strings';
import { formEmailCookie } from '../../identity/session-cookies';
import { formState } from '../auth-page';
import { formAction } from './action';
import { inputs } from './inputs';

const jar = vi.hoisted(() => ({ cookie: '' }));
vi.mock('../../env', () => ({ env: () => ({ PUBLIC_ORIGIN: 'https://market.example' }) }));
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ 'x-market': 'de' }),
  cookies: async () => new RequestCookies(new Headers({ cookie: jar.cookie })),
}));

const FIELDS = {
  ...{ email: 'ada@demo.test', password: 'Demo-Pass-1!', current: 'Demo-Pass-1!', name: 'Ada' },
  ...{ code: '123456', next: '/bookings', everywhere: 'yes', answer: '' },
};

/** `a` makes whatever is cut at an even length be cut in the middle of a character. */
const TEXTS = [...NAUGHTY_STRINGS, '100%@demo.test', `a${'🙂'.repeat(500)}`];

it.each(Object.entries(inputs))(
  'the form “%s” takes any text in any field',
  async (_name, schema) => {
    const post = formAction<unknown>({
      schema,
      page: '/auth/form',
      run: async () => ({ location: '/' }),
    });
    for (const [field, text] of Object.keys(FIELDS).flatMap((key) =>
      TEXTS.map((one) => [key, one]),
    )) {
      const body = new URLSearchParams({ ...FIELDS, [field ?? '']: text ?? '' });
      const headers = { 'sec-fetch-site': 'same-origin' };
      const request = new Request('https://market.example/auth/api/form', {
        method: 'POST',
        headers,
        body,
      });
      const answer = await post(request);
      const [cookie = ''] = answer.headers.getSetCookie();
      expect(answer.status, `${field}: ${text}`).toBe(303);
      expect(answer.headers.get('location')).toMatch(/^\/(?![/\\])/);
      jar.cookie = cookie.split(';')[0] ?? '';
      await expect(formState(Promise.resolve({ next: text, problem: text }))).resolves.toBeTruthy();
    }
  },
);

it('shows an address again as it was typed', async () => {
  for (const email of ['100%@demo.test', 'ada+b@demo.test', 'ädä@demo.test']) {
    jar.cookie = formEmailCookie(email).split(';')[0] ?? '';
    expect((await formState(Promise.resolve({}))).email).toBe(email);
  }
});
