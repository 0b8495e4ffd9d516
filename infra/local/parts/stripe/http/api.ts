import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Stripe from 'stripe';
import { newId } from '../state/ids';
import { PLATFORM } from '../state/tables';
import type { RequestRef, World } from '../world';
import { expanded } from './expand';
import { StripeFault } from './fault';
import { parseForm } from './form';
import type { IdempotencyKeys } from './idempotency';
import { Params } from './params';
import { type Call, type Route, refuseUnknownParams } from './route';
import type { Troubles } from './trouble';

export interface Api {
  world: World;
  routes: readonly Route[];
  keys: IdempotencyKeys;
  troubles: Troubles;
  /** Events emitted until the next call belong to this request. */
  startRequest(request: RequestRef): void;
}

interface Answer {
  status: number;
  body: string;
  replayOf?: string;
}

interface Incoming {
  method: string;
  url: URL;
  body: string;
  apiKey: string;
  account: string | undefined;
  idempotencyKey: string | undefined;
}

function header(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function apiKeyOf(req: IncomingMessage, body: string): string {
  const [scheme = '', credentials = ''] = (header(req, 'authorization') ?? '').split(' ');
  if (scheme === 'Bearer') return credentials;
  if (scheme === 'Basic') return Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '';
  return new URLSearchParams(body).get('key') ?? '';
}

function authenticate(incoming: Incoming): { isPublishable: boolean } {
  const { apiKey } = incoming;
  if (/^(sk|rk)_test_/.test(apiKey)) return { isPublishable: false };
  if (apiKey.startsWith('pk_test_')) return { isPublishable: true };
  const message =
    apiKey === ''
      ? 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.'
      : `Invalid API Key provided: ${apiKey.slice(0, 8)}****`;
  throw new StripeFault(401, { type: 'invalid_request_error', message });
}

function findRoute(api: Api, incoming: Incoming, isPublishable: boolean): Route {
  const { pathname } = incoming.url;
  const route = api.routes.find(
    (item) => item.method === incoming.method && item.pattern.test(pathname),
  );
  if (!route) {
    throw new StripeFault(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${incoming.method}: ${pathname}).`,
    });
  }
  if (!isPublishable || route.isForBrowsers) return route;
  throw new StripeFault(403, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message:
      'This API call cannot be made with a publishable API key. Please use a secret API key.',
  });
}

function ownerOf(api: Api, incoming: Incoming): string {
  const { account } = incoming;
  if (account === undefined) return PLATFORM;
  if (api.world.store.find('account', account)) return account;
  throw new StripeFault(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message: `The provided key does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`,
  });
}

function execute(api: Api, incoming: Incoming, route: Route, call: Omit<Call, 'path'>): string {
  refuseUnknownParams(route, call.params);
  const path = route.pattern.exec(incoming.url.pathname)?.groups ?? {};
  const answer = route.handle(api.world, { ...call, path });
  const whole = expanded(answer, call.params.strings('expand'), api.world.store);
  return JSON.stringify(whole, null, 2);
}

function faultAnswer(error: unknown): Answer {
  if (!(error instanceof StripeFault)) throw error;
  return { status: error.status, body: JSON.stringify({ error: error.body }, null, 2) };
}

async function runInto(trouble: ReturnType<Troubles['take']>): Promise<{ isAnswerLost: boolean }> {
  if (!trouble) return { isAnswerLost: false };
  if (trouble.delayMs > 0) await sleep(trouble.delayMs);
  if (trouble.mode === 'fail') {
    throw new StripeFault(500, { type: 'api_error', message: 'An unknown error occurred' });
  }
  if (trouble.mode === 'rate-limit') {
    throw new StripeFault(429, {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Request rate limit exceeded.',
    });
  }
  return { isAnswerLost: trouble.mode === 'lose-answer' };
}

async function answerTo(api: Api, incoming: Incoming, requestId: string): Promise<Answer | 'lost'> {
  const { isPublishable } = authenticate(incoming);
  const route = findRoute(api, incoming, isPublishable);
  const owner = ownerOf(api, incoming);
  const text = incoming.method === 'POST' ? incoming.body : incoming.url.search.slice(1);
  const { idempotencyKey } = incoming;
  const key =
    incoming.method === 'POST' && idempotencyKey !== undefined
      ? `${incoming.apiKey}|${owner}|${idempotencyKey}`
      : undefined;
  const fingerprint = `${incoming.url.pathname}?${text}`;
  const stored = key === undefined ? undefined : api.keys.begin(key, fingerprint);
  if (stored) return { status: stored.status, body: stored.body, replayOf: stored.requestId };
  let answer: Answer;
  let isAnswerLost = false;
  try {
    const trouble = api.troubles.take(`${incoming.method} ${incoming.url.pathname}`);
    isAnswerLost = (await runInto(trouble)).isAnswerLost;
    api.startRequest({ id: requestId, idempotencyKey: idempotencyKey ?? null });
    const params = new Params(parseForm(text));
    answer = { status: 200, body: execute(api, incoming, route, { params, owner, isPublishable }) };
  } catch (error) {
    answer = faultAnswer(error);
  } finally {
    api.startRequest({ id: null, idempotencyKey: null });
  }
  if (key !== undefined) api.keys.finish(key, { fingerprint, ...answer, requestId });
  return isAnswerLost ? 'lost' : answer;
}

/** Answers one request of the Stripe API. */
export async function handleApi(
  api: Api,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  body: string,
): Promise<void> {
  const requestId = newId('req');
  const incoming: Incoming = {
    method: req.method ?? 'GET',
    url,
    body,
    apiKey: apiKeyOf(req, body),
    account: header(req, 'stripe-account'),
    idempotencyKey: header(req, 'idempotency-key'),
  };
  const answer = await answerTo(api, incoming, requestId).catch(faultAnswer);
  if (answer === 'lost') {
    res.destroy();
    return;
  }
  res.writeHead(answer.status, {
    'content-type': 'application/json',
    'request-id': requestId,
    'stripe-version': Stripe.API_VERSION,
    ...(answer.replayOf
      ? { 'idempotent-replayed': 'true', 'original-request': answer.replayOf }
      : {}),
  });
  res.end(answer.body);
}
