import type { MiddlewareHandler } from 'hono';
import type { MarketTable } from '../../table';
import { actorKey } from '../auth';
import type { RequestContext, ServiceEnv } from '../context';
import { ProblemError } from '../problems';
import type { ClientWrite } from './client-write';
import {
  beginWrite,
  finishWrite,
  forgetWrite,
  type StoredAnswer,
  unlockWrite,
  writeKey,
} from './store';

const WRITE_METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

type Fate = 'keep' | 'forget' | 'retry';

/** Tells what an earlier attempt answered from what it wrote, if it came that far: status 201 and this body. */
export type TellCreated<Ports> = (ctx: Ports & RequestContext) => Promise<object | undefined>;

/**
 * Lets every write happen once per `Idempotency-Key`: the same key and body get the first answer again.
 * `tellCreated` is asked where no answer was kept.
 * @throws ProblemError `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_REUSED`, `IDEMPOTENCY_IN_PROGRESS`
 */
export function idempotentWrites<Ports extends { table: MarketTable }>(
  tellCreated?: TellCreated<Ports>,
): MiddlewareHandler<ServiceEnv<Ports>> {
  return async (c, next) => {
    if (!WRITE_METHODS.includes(c.req.method)) return next();
    const { table, actor, now } = c.var.ctx;
    const header = c.req.header('idempotency-key')?.trim();
    if (!header) throw new ProblemError('IDEMPOTENCY_KEY_MISSING');
    const scope = [actorKey(actor), c.req.method, c.req.path];
    const key = writeKey(scope, header, await c.req.text());
    const begun = await beginWrite(table, key, now, async (operationId) => {
      const created = await tellCreated?.({ ...c.var.ctx, operationId });
      return created && jsonAnswer(201, created);
    });
    if (begun.kind === 'answered') return replay(begun.answer);

    const { operationId, isFirst } = begun;
    const write: ClientWrite = { isFirst };
    c.set('ctx', { ...c.var.ctx, operationId, write });
    await next();
    if (write.isAnswered) return;
    switch (fateOf(c.res.status)) {
      case 'keep':
        return finishWrite(table, key, await readAnswer(c.res));
      case 'forget':
        return forgetWrite(table, key);
      case 'retry':
        return unlockWrite(table, key);
    }
  };
}

/** What was done, or refused for what it is, is kept; what failed half-way may be gone on with. */
function fateOf(status: number): Fate {
  if (status >= 500) return 'retry';
  return [400, 401, 403, 413, 415, 429].includes(status) ? 'forget' : 'keep';
}

function jsonAnswer(status: number, body: object): StoredAnswer {
  return { status, body: JSON.stringify(body), contentType: 'application/json' };
}

async function readAnswer(response: Response): Promise<StoredAnswer> {
  return {
    status: response.status,
    body: await response.clone().text(),
    contentType: response.headers.get('content-type') ?? 'application/json',
  };
}

function replay({ status, body, contentType }: StoredAnswer): Response {
  const headers = { 'content-type': contentType, 'cache-control': 'no-store' };
  return new Response(body, { status, headers });
}
