import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { CognitoError, UnsupportedError } from 'cognito-local/lib/errors';
import { type Clock, DateClock } from 'cognito-local/lib/services/clock';
import type { Context } from 'cognito-local/lib/services/context';
import { attributeValue } from 'cognito-local/lib/services/userPoolService';
import { localClient } from '../../client';
import { readBody, sendJson, serve } from '../../http';
import type { Log, Part } from '../../part';
import type { UserPoolSpec } from '../../template/types';
import type { InvokeFunction } from '../lambda/invoke';
import { createDataStores } from './data-store';
import { createMessages } from './messages';
import { provisionPool } from './pool';
import { createContext, createServices } from './services';
import { SessionStore } from './sessions/session-store';
import { PUBLIC_JWK } from './sessions/tokens';
import { createRouter } from './targets/router';
import { hasSecondFactor, secretOf } from './targets/second-factor';
import type { Request, Router } from './targets/target';
import { codeAt, secondsLeft } from './totp';
import { createPoolTriggers } from './triggers';

export interface CognitoOptions {
  port: number;
  stateDir: string;
  pool: UserPoolSpec;
  /** Where and from whom confirmation codes are mailed. */
  mail: { sesUrl: string; from: string };
  /** Calls the pool's triggers. */
  invoke: InvokeFunction;
  log: Log;
  clock?: Clock;
}

/** What an authenticator app shows for an account. */
export interface SecondFactor {
  email: string;
  secret: string;
  code: string;
  secondsLeft: number;
}

export interface CognitoPart extends Part {
  /** The accounts with an authenticator app: here, the console stands in for the app. */
  secondFactors(): Promise<SecondFactor[]>;
}

const AMZ_JSON = { 'content-type': 'application/x-amz-json-1.1' };

/** Dates go over the wire as seconds, as the SDK expects them. */
function withSeconds(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  return original instanceof Date ? Math.floor(original.getTime() / 1000) : value;
}

async function answer(
  router: Router,
  ctx: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'GET' && pathname.endsWith('/.well-known/jwks.json')) {
    sendJson(response, 200, { keys: [PUBLIC_JWK] });
    return;
  }
  const target = String(request.headers['x-amz-target'] ?? '').split('.')[1];
  if (request.method !== 'POST' || !target) {
    sendJson(response, 404, { message: 'Cognito answers POST / and the key set only.' });
    return;
  }
  try {
    const body = (await readBody(request)).toString('utf8');
    const result = await router(target)(ctx, JSON.parse(body === '' ? '{}' : body) as Request);
    sendJson(response, 200, JSON.stringify(result ?? {}, withSeconds), AMZ_JSON);
  } catch (error) {
    sendError(ctx, target, error, response);
  }
}

function sendError(ctx: Context, target: string, error: unknown, response: ServerResponse): void {
  if (error instanceof CognitoError) {
    sendJson(response, 400, { __type: error.code, message: error.message }, AMZ_JSON);
    return;
  }
  ctx.logger.error(`${target} failed: ${error}`);
  const type = error instanceof UnsupportedError ? 'NotImplemented' : 'InternalErrorException';
  sendJson(response, 500, { __type: type, message: String(error) }, AMZ_JSON);
}

/** Cognito's API for one user pool: cognito-local, with the pool from the template and real mail. */
export async function startCognito(options: CognitoOptions): Promise<CognitoPart> {
  const { stateDir, pool, mail, invoke, log, clock = new DateClock() } = options;
  const ctx = createContext(log);
  const stores = createDataStores(stateDir);
  const ses = new SESv2Client(localClient(mail.sesUrl));
  const sessions = await SessionStore.open(join(stateDir, 'sessions', 'open.json'));
  const poolTriggers = createPoolTriggers(pool, invoke);
  const services = await createServices({
    ctx,
    directory: stateDir,
    stores,
    pool,
    clock,
    sessions,
    poolTriggers,
    messages: (self) =>
      createMessages({
        ...{ ses, from: mail.from, poolTriggers },
        templateOf: async (id) => {
          const { options: found } = await self().cognito.getUserPool(ctx, id);
          return found.VerificationMessageTemplate ?? {};
        },
      }),
  });
  await provisionPool(services.cognito, ctx, pool);
  const router = createRouter(services);
  const { url, close } = await serve(options.port, (request, response) => {
    void answer(router, ctx, request, response);
  });
  return {
    name: 'cognito',
    url,
    health: async () => {
      const users = await (await services.cognito.getUserPool(ctx, pool.id)).listUsers(ctx);
      return { ready: true, detail: `pool ${pool.id}, ${users.length} accounts` };
    },
    stop: async () => {
      await close();
      ses.destroy();
      await Promise.all([stores.flush(), sessions.flush()]);
    },
    secondFactors: async () => {
      const users = await (await services.cognito.getUserPool(ctx, pool.id)).listUsers(ctx);
      const nowMs = clock.get().getTime();
      return users.flatMap((user) => {
        const secret = hasSecondFactor(user) ? secretOf(user) : undefined;
        const email = attributeValue('email', user.Attributes) ?? user.Username;
        return secret
          ? [{ email, secret, code: codeAt(secret, nowMs), secondsLeft: secondsLeft(nowMs) }]
          : [];
      });
    },
  };
}
