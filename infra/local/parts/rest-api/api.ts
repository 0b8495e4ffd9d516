import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { BodyTooLarge, readBody } from '../../http';
import type { Log } from '../../part';
import type { RestApiSpec } from '../../template/types';
import type { LambdaHost } from '../lambda/host';
import { newTraceId } from '../lambda/host';
import { compressed } from './coding/compress';
import { decoded, UnreadableCoding } from './coding/decompress';
import { codingFor } from './coding/negotiation';
import { type RefusalContext, type ResponseType, refuse } from './gateway-response';
import { makeKeyCheck } from './keys';
import { type Document, readRoutes } from './openapi';
import { type ProxyAnswer, proxyAnswer } from './proxy/answer';
import { proxyEvent } from './proxy/event';
import { type Match, makeRouter } from './router';
import { makeThrottle } from './throttle';
import { makeValidator } from './validation';

const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** Thrown inside a request that API Gateway answers by itself. */
class Refused extends Error {
  constructor(
    readonly type: ResponseType,
    readonly error: { message?: string; detail?: string } = {},
  ) {
    super(type);
  }
}

/** One REST API at one stage. `path` is the rest of the URL below the stage, with its query. */
export type AnswerRequest = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) => Promise<void>;

export interface StageOptions {
  api: RestApiSpec;
  stage: RestApiSpec['stages'][number];
  lambda: Pick<LambdaHost, 'invoke'>;
  log: Log;
}

/** Routes, throttles, validates and integrates as the API's document and stage say. */
export function serveStage({ api, stage, lambda, log }: StageOptions): AnswerRequest {
  const document = api.body as unknown as Document;
  const route = makeRouter(readRoutes(api));
  const validate = makeValidator(document);
  const mayPass = makeThrottle(stage.throttles);
  const refuseKey = makeKeyCheck(stage.keys);
  const isBinaryType = binaryMatcher([
    ...api.binaryMediaTypes,
    ...(document['x-amazon-apigateway-binary-media-types'] ?? []),
  ]);

  async function answer(request: IncomingMessage, url: URL, ids: Ids): Promise<ProxyAnswer> {
    const match = route(request.method ?? 'GET', url.pathname);
    if (!match) throw new Refused('MISSING_AUTHENTICATION_TOKEN');
    ids.resourcePath = match.route.resource;
    const refused = match.route.needsKey && refuseKey(request.headers['x-api-key']);
    if (refused) throw new Refused(refused);
    if (!mayPass(match.route)) throw new Refused('THROTTLED');
    const body = await readLimitedBody(request);
    const contentType = request.headers['content-type'];
    const { searchParams: query } = url;
    const problem = validate(match.route, { contentType, body, query, headers: request.headers });
    if (problem) throw new Refused(problem.type, problem);
    const isBinary = contentType !== undefined && isBinaryType(contentType);
    const given = { apiId: api.id, stage: stage.name, path: url.pathname, query, match, body };
    const event = proxyEvent(request, { ...given, ...ids, isBinary });
    const payload = await integrate(match, event, ids.traceId);
    const result = proxyAnswer(payload, isBinaryType(request.headers.accept ?? '*/*'));
    if (!result) throw new Refused('DEFAULT_5XX');
    if (request.method === 'HEAD') return result;
    const coding = codingFor(request.headers['accept-encoding']);
    return compressed(result, coding, api.minimumCompressionBytes);
  }

  async function integrate({ route }: Match, event: object, traceId: string): Promise<string> {
    const answered = new AbortController();
    try {
      const result = await Promise.race([
        lambda.invoke(route.functionArn, event, { traceId }),
        sleep(route.timeoutMs, 'timeout' as const, { signal: answered.signal }),
      ]);
      if (result === 'timeout') throw new Refused('INTEGRATION_TIMEOUT');
      if ('failure' in result) throw new Refused('DEFAULT_5XX');
      return result.payload;
    } finally {
      answered.abort();
    }
  }

  return async (request, response, path) => {
    const url = new URL(path, 'http://api');
    const ids = identify(request);
    const context = { ...ids, stage: stage.name, path, httpMethod: request.method ?? 'GET' };
    const result = await answer(request, url, ids).catch((error: unknown) => {
      if (!(error instanceof Refused)) {
        log({ source: `api-${api.name}`, level: 'error', message: String(error) });
      }
      return refusal(document, error, { ...context, resourcePath: ids.resourcePath });
    });
    response.writeHead(result.status, {
      ...result.headers,
      ...(request.method !== 'HEAD' && lengthOf(result)),
      'x-amzn-requestid': ids.requestId,
      'x-amz-apigw-id': ids.requestId,
      'x-amzn-trace-id': ids.traceId,
    });
    response.end(result.body);
  };
}

interface Ids {
  requestId: string;
  traceId: string;
  sourceIp: string;
  resourcePath: string;
}

function identify(request: IncomingMessage): Ids {
  const given = request.headers['x-amzn-trace-id'];
  return {
    requestId: randomUUID(),
    traceId: typeof given === 'string' && given.includes('Root=') ? given : newTraceId(),
    sourceIp: (request.socket.remoteAddress ?? '127.0.0.1').replace('::ffff:', ''),
    resourcePath: '',
  };
}

function refusal(document: Document, error: unknown, context: RefusalContext): ProxyAnswer {
  const { type, error: given } = error instanceof Refused ? error : new Refused('DEFAULT_5XX');
  const { status, headers, body } = refuse(document, type, context, given);
  return { status, headers, body: Buffer.from(body) };
}

/** API Gateway counts the bytes itself; an answer without a body has no length (RFC 9110, 8.6). */
function lengthOf({ status, body }: ProxyAnswer): { 'content-length'?: string } {
  return status === 204 || status === 304 ? {} : { 'content-length': String(body.length) };
}

/** The body without its coding; the limit is for both forms. */
async function readLimitedBody(request: IncomingMessage): Promise<Buffer> {
  try {
    const body = await readBody(request, MAX_BODY_BYTES);
    return await decoded(body, request.headers['content-encoding'], MAX_BODY_BYTES);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw new Refused('REQUEST_TOO_LARGE');
    throw error instanceof UnreadableCoding ? new Refused('UNSUPPORTED_MEDIA_TYPE') : error;
  }
}

/** API Gateway looks at the first media type of `Accept` and of `Content-Type`. */
function binaryMatcher(types: string[]): (header: string) => boolean {
  const wildcard = types.includes('*/*');
  return (header) => {
    const first = (header.split(/[,;]/)[0] ?? '').trim().toLowerCase();
    return wildcard || types.includes(first);
  };
}
