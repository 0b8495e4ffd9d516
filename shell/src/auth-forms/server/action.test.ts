import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthProblem } from '../../identity/problem';
import { formAction, pageWith } from './action';
import { inputs } from './inputs';

vi.mock('../../env', () => ({ env: () => ({ PUBLIC_ORIGIN: 'https://market.example' }) }));

const askIdentity = vi.hoisted(() => vi.fn());
vi.mock('../../identity/identity-service', () => ({ askIdentity }));

const run = vi.fn();
const post = formAction({ schema: inputs.signIn, page: '/auth/sign-in', run });

function aForm(fields: Record<string, string>, headers: Record<string, string> = {}): Request {
  return new Request('https://market.example/auth/api/sign-in', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    body: new URLSearchParams(fields),
  });
}

const FIELDS = { email: ' Ada@Demo.test ', password: 'secret', next: '/bookings' };
const BY_SCRIPT = { ...FIELDS, answer: 'json' };

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  run.mockReset().mockResolvedValue({ location: '/bookings', cookies: ['a=1', 'b=2'] });
});

describe('a form that is posted', () => {
  it('goes on with a redirect and its cookies', async () => {
    const answer = await post(aForm(FIELDS));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/bookings');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(run.mock.calls[0]?.[0]).toMatchObject({ email: 'ada@demo.test' });
  });

  it('returns to its page with what went wrong, and the address stays out of the URL', async () => {
    run.mockRejectedValue(new AuthProblem('WRONG_CREDENTIALS'));
    const answer = await post(aForm(FIELDS));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(
      '/auth/sign-in?problem=WRONG_CREDENTIALS&next=%2Fbookings',
    );
    expect(answer.headers.getSetCookie()[0]).toMatch(/^__Host-em_form_email=/);
  });

  it('answers a script with a location or a problem document', async () => {
    const good = await post(aForm(BY_SCRIPT));
    expect(await good.json()).toEqual({ location: '/bookings' });
    run.mockRejectedValue(new AuthProblem('WRONG_CREDENTIALS'));
    const bad = await post(aForm(BY_SCRIPT));
    expect(bad.status).toBe(401);
    expect(bad.headers.get('content-type')).toBe('application/problem+json');
    expect(await bad.json()).toMatchObject({ code: 'WRONG_CREDENTIALS', status: 401 });
  });

  it('says what went wrong in the language of the visitor’s market', async () => {
    run.mockRejectedValue(new AuthProblem('WRONG_CREDENTIALS'));
    const titles = ['de', 'fr', 'es', 'jp'].map(async (market) => {
      const answer = await post(aForm(BY_SCRIPT, { 'x-market': market }));
      return ((await answer.json()) as { title: string }).title.split(' ').slice(0, 2).join(' ');
    });
    expect(await Promise.all(titles)).toEqual([
      'E-Mail-Adresse und',
      'L’adresse et',
      'El correo',
      'Email and',
    ]);
  });

  it('sends who is not confirmed to where the code is asked for', async () => {
    run.mockRejectedValue(new AuthProblem('NOT_CONFIRMED'));
    const answer = await post(aForm(BY_SCRIPT));
    expect(await answer.json()).toMatchObject({
      location: '/auth/confirm?problem=NOT_CONFIRMED&next=%2Fbookings',
    });
  });

  it.each([[{ ...FIELDS, email: 'nobody' }], [{ ...FIELDS, password: '' }], [{}]])(
    'is not acted upon with the fields %j',
    async (fields) => {
      const answer = await post(aForm({ ...fields, answer: 'json' } as Record<string, string>));
      expect(answer.status).toBe(400);
      expect(run).not.toHaveBeenCalled();
    },
  );

  it('is not acted upon when it comes from another site', async () => {
    const answer = await post(aForm(FIELDS, { 'sec-fetch-site': 'cross-site' }));
    expect(answer.status).toBe(403);
    expect(run).not.toHaveBeenCalled();
  });

  it('may be sent only so often, and says when to come back', async () => {
    const limited = formAction({
      schema: inputs.signIn,
      page: '/auth/sign-in',
      attempt: { action: 'sign-in', account: ({ email }) => email },
      run,
    });
    askIdentity.mockResolvedValueOnce({ outcome: 'limited', retryAfterSeconds: 600 });
    const refused = await limited(aForm(BY_SCRIPT, { 'x-forwarded-for': '203.0.113.9, 10.0.0.1' }));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('600');
    expect(run).not.toHaveBeenCalled();
    const attempt = { action: 'sign-in', account: 'ada@demo.test', address: '203.0.113.9' };
    expect(askIdentity).toHaveBeenLastCalledWith({ operation: 'begin-attempt', attempt });

    askIdentity.mockResolvedValue({ outcome: 'done' });
    expect((await limited(aForm(BY_SCRIPT))).status).toBe(200);
    expect(askIdentity.mock.lastCall?.[0]).toMatchObject({ operation: 'forgive-attempt' });

    askIdentity.mockRejectedValue(new Error('the limiter is away'));
    run.mockClear();
    expect((await limited(aForm(BY_SCRIPT))).status).toBe(503);
    expect(run).not.toHaveBeenCalled();
  });

  it('never leads away from this site', async () => {
    run.mockRejectedValue(new AuthProblem('WRONG_CREDENTIALS'));
    const answer = await post(aForm({ ...FIELDS, next: '//evil.test' }));
    expect(answer.headers.get('location')).toBe('/auth/sign-in?problem=WRONG_CREDENTIALS');
  });
});

describe('addresses of pages', () => {
  it('carry what is known and leave out what is not', () => {
    expect(pageWith('/auth/forgot?step=reset', { problem: 'X', next: '/' })).toBe(
      '/auth/forgot?step=reset&problem=X',
    );
    expect(pageWith('/auth/sign-in', { problem: undefined })).toBe('/auth/sign-in');
  });
});
