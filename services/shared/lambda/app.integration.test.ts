import { createRoute, z } from '@hono/zod-openapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarketTable } from '../table';
import { startTestTable, TEST_ORIGIN, type TestTable, testClock, testSettings } from '../testing';
import { idempotentWrites, ProblemError, serviceApp, withContext } from './index';

let test: TestTable;
const clock = testClock('2026-06-01T10:00:00.000Z');
let work: (operationId: string) => Promise<number>;

beforeAll(async () => {
  test = await startTestTable();
});
afterAll(() => test.stop());

const addRoute = createRoute({
  method: 'post',
  path: '/add',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            amount: z.int(),
            of: z.object({ what: z.string() }).optional(),
          }),
        },
      },
    },
  },
  responses: {
    201: {
      description: 'Added',
      content: { 'application/json': { schema: z.object({ sum: z.number() }) } },
    },
  },
});

function app() {
  const settings = testSettings(clock);
  const service = serviceApp<{ table: MarketTable }>(settings);
  service.use(withContext(settings, { table: test.table }));
  service.use(idempotentWrites());
  service.openapi(addRoute, async (c) => c.json({ sum: await work(c.var.ctx.operationId) }, 201));
  return service;
}

function post(body: unknown, key?: string, headers: Record<string, string> = {}) {
  return app().request('/add', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      origin: TEST_ORIGIN,
      ...(key && { 'idempotency-key': key }),
      ...headers,
    },
  });
}

async function problemOf(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return (await answer.json()) as { code: string; status: number; errors?: { path: string }[] };
}

describe('a service', () => {
  it('refuses bad input with a path for every field', async () => {
    work = async () => 1;
    const bad = { amount: 'two', of: { what: 3 }, colour: 'red' };
    const problem = await problemOf(await post(bad, 'k-bad'));
    expect(problem).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(problem.errors?.map(({ path }) => path)).toEqual(['amount', 'of.what', 'colour']);
  });

  it('refuses what is no JSON, is of another type, or has no body', async () => {
    expect(await problemOf(await post('{"amount": ', 'k1'))).toMatchObject({ status: 400 });
    const xml = await post('<a/>', 'k2', { 'content-type': 'text/xml' });
    expect(await problemOf(xml)).toMatchObject({ status: 415 });
    expect(await problemOf(await post('', 'k3'))).toMatchObject({ status: 400 });
  });

  it('answers an unknown path and an unforeseen failure with problems that give nothing away', async () => {
    expect(await problemOf(await app().request('/nothing'))).toMatchObject({ code: 'NOT_FOUND' });
    work = async () => {
      throw new Error('the secret is 42');
    };
    const problem = await problemOf(await post({ amount: 1 }, 'k4'));
    expect(problem).toMatchObject({ status: 500, code: 'INTERNAL' });
    expect(JSON.stringify(problem)).not.toContain('42');
  });

  it('describes itself', () => {
    const { paths } = app().getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'T', version: '1' },
    });
    expect(Object.keys(paths ?? {})).toEqual(['/add']);
  });
});

describe('a write with an Idempotency-Key', () => {
  it('needs one', async () => {
    expect(await problemOf(await post({ amount: 1 }))).toMatchObject({
      status: 400,
      code: 'IDEMPOTENCY_KEY_MISSING',
    });
  });

  it('happens once, and later attempts get its answer', async () => {
    let runs = 0;
    work = async () => ++runs;
    const answers = [await post({ amount: 1 }, 'once'), await post({ amount: 1 }, 'once')];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      { sum: 1 },
      { sum: 1 },
    ]);
    const other = await post({ amount: 2 }, 'once');
    expect(await problemOf(other)).toMatchObject({ status: 422, code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(runs).toBe(1);
  });

  it('is another one for another person', async () => {
    let runs = 0;
    work = async () => ++runs;
    await post({ amount: 1 }, 'shared', { authorization: 'Bearer user:ada:' });
    await post({ amount: 1 }, 'shared', { authorization: 'Bearer user:bob:' });
    expect(runs).toBe(2);
  });

  it('is refused while the first attempt still runs', async () => {
    let finish = () => {};
    const started = new Promise<void>((resolveStarted) => {
      work = () => {
        resolveStarted();
        return new Promise((resolve) => {
          finish = () => resolve(1);
        });
      };
    });
    const first = post({ amount: 1 }, 'slow');
    await started;
    const second = await post({ amount: 1 }, 'slow');
    expect(await problemOf(second)).toMatchObject({ status: 409, code: 'IDEMPOTENCY_IN_PROGRESS' });
    finish();
    expect((await first).status).toBe(201);
  });

  it('goes on as the same operation after a failure or a dead worker', async () => {
    const seen: string[] = [];
    work = async (operationId) => {
      seen.push(operationId);
      if (seen.length === 1) throw new Error('Stripe is away');
      return 7;
    };
    expect((await post({ amount: 1 }, 'retry')).status).toBe(500);
    expect((await post({ amount: 1 }, 'retry')).status).toBe(201);
    expect(new Set(seen).size).toBe(1);
  });

  it('goes on by itself when only the answer to its beginning was lost', async () => {
    const { middlewareStack } = test.table.client;
    const name = 'first-answer-is-lost';
    middlewareStack.add(
      (next) => async (args) => {
        const answer = next(args);
        return args.input && 'Item' in args.input ? answer.then(() => next(args)) : answer;
      },
      { step: 'finalizeRequest', priority: 'low', name },
    );
    work = async () => 1;
    const { status } = await post({ amount: 1 }, 'begun-twice');
    middlewareStack.remove(name);
    expect(status).toBe(201);
  });

  it('may be sent again, corrected, when its input was refused', async () => {
    work = async () => 1;
    expect((await post({ amount: 'x' }, 'fixed')).status).toBe(400);
    expect((await post({ amount: 1 }, 'fixed')).status).toBe(201);
  });

  it('replays a refusal that stands', async () => {
    let runs = 0;
    work = async () => {
      runs++;
      throw new ProblemError('SLOT_TAKEN');
    };
    const codes = [await post({ amount: 1 }, 'taken'), await post({ amount: 1 }, 'taken')];
    for (const answer of codes) expect((await problemOf(answer)).code).toBe('SLOT_TAKEN');
    expect(runs).toBe(1);
  });

  it('is forgotten after a day', async () => {
    let runs = 0;
    work = async () => ++runs;
    await post({ amount: 1 }, 'daily');
    clock.advance(24 * 3600 + 1);
    await post({ amount: 2 }, 'daily');
    expect(runs).toBe(2);
  });
});
