import type { Log } from '../../../part';
import type { EdgeEvent, LambdaConfig, OriginConfig } from '../config/types';
import type { HeaderMap } from '../http/headers';
import { EdgeError, type EdgeRequest, type EdgeResponse } from '../http/messages';
import { checkHeaders, headerBytes } from './header-rules';
import {
  fromLambdaHeaders,
  fromLambdaResponse,
  type LambdaRequest,
  type LambdaResponse,
  toLambdaRequest,
  toLambdaResponse,
} from './lambda-event';
import { type LambdaHandler, loadLambda } from './lambda-loader';

const INVALID = 'LambdaValidationError';
const FAILED = 'LambdaExecutionError';
const VIEWER_RESPONSE_BYTES = 40 * 1024;
const ORIGIN_RESPONSE_BYTES = 1024 * 1024;
const VIEWER_TIMEOUT_MS = 5_000;
const ORIGIN_TIMEOUT_MS = 30_000;

export type RequestOutcome =
  | { kind: 'request'; request: EdgeRequest; origin: OriginConfig | undefined }
  | { kind: 'response'; response: EdgeResponse };

/** Runs the distribution's Lambda@Edge functions in this process, with CloudFront's checks. */
export class EdgeLambdas {
  readonly #handlers: ReadonlyMap<string, LambdaHandler>;

  constructor(
    lambdas: readonly LambdaConfig[],
    private readonly distribution: { id: string; domainName: string },
    log: Log,
  ) {
    this.#handlers = new Map(lambdas.map((config) => [config.arn, loadLambda(config, log)]));
  }

  /** Runs a request event: the request to go on with, or the function's own answer. */
  async onRequest(
    arn: string,
    event: 'viewer-request' | 'origin-request',
    request: EdgeRequest,
    origin?: OriginConfig,
  ): Promise<RequestOutcome> {
    const shown = toLambdaRequest(request, origin);
    const result = await this.#invoke(arn, event, request, { request: shown });
    if (isResponse(result)) {
      return { kind: 'response', response: generated(event, result) };
    }
    if (!isRequest(result)) throw new EdgeError(502, INVALID, `${event}: no request returned.`);
    if (result.method !== request.method) {
      throw new EdgeError(502, INVALID, `${event}: the method cannot be changed.`);
    }
    const headers = checkedHeaders(event, request.headers, result.headers);
    const { uri, querystring } = result;
    const changed = { ...request, uri, querystring: querystring ?? '', headers };
    return { kind: 'request', request: changed, origin: originAfter(origin, result) };
  }

  /** Runs a response event: the response as the function wants it. */
  async onResponse(
    arn: string,
    event: 'origin-response' | 'viewer-response',
    request: EdgeRequest,
    response: EdgeResponse,
  ): Promise<EdgeResponse> {
    const shown = { request: toLambdaRequest(request), response: toLambdaResponse(response) };
    const result = await this.#invoke(arn, event, request, shown);
    if (!isResponse(result)) throw new EdgeError(502, INVALID, `${event}: no response returned.`);
    checkedHeaders(event, response.headers, result.headers ?? {});
    return fromLambdaResponse(result, response);
  }

  async #invoke(arn: string, eventType: EdgeEvent, { requestId }: EdgeRequest, cf: object) {
    const handler = this.#handlers.get(arn);
    if (handler === undefined) throw new EdgeError(503, FAILED, `There is no function ${arn}.`);
    const { id: distributionId, domainName: distributionDomainName } = this.distribution;
    const config = { distributionDomainName, distributionId, eventType, requestId };
    const timeoutMs = eventType.startsWith('viewer') ? VIEWER_TIMEOUT_MS : ORIGIN_TIMEOUT_MS;
    try {
      const event = structuredClone({ Records: [{ cf: { config, ...cf } }] });
      return await withinTime(Promise.resolve(handler(event)), timeoutMs);
    } catch (error) {
      throw new EdgeError(503, FAILED, `${arn}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function generated(event: EdgeEvent, result: LambdaResponse): EdgeResponse {
  const response = fromLambdaResponse(result);
  checkHeaders('origin-response', {}, response.headers, INVALID);
  const bytes = Buffer.byteLength(result.body ?? '') + headerBytes(response.headers);
  const limit = event === 'viewer-request' ? VIEWER_RESPONSE_BYTES : ORIGIN_RESPONSE_BYTES;
  if (bytes <= limit) return response;
  throw new EdgeError(502, INVALID, `${event}: a response of ${bytes} bytes is over ${limit}.`);
}

function checkedHeaders(event: EdgeEvent, before: HeaderMap, returned: unknown): HeaderMap {
  const isSound =
    typeof returned === 'object' &&
    returned !== null &&
    Object.entries(returned).every(
      ([name, values]) =>
        name === name.toLowerCase() &&
        Array.isArray(values) &&
        values.every((each) => typeof each?.value === 'string'),
    );
  if (!isSound) throw new EdgeError(502, INVALID, `${event}: malformed headers.`);
  const headers = fromLambdaHeaders(returned as LambdaRequest['headers'], before);
  checkHeaders(event, before, headers, INVALID);
  return headers;
}

/** The origin as an origin-request function left it: another host, another path, other headers. */
function originAfter(origin: OriginConfig | undefined, result: LambdaRequest) {
  const changed = result.origin?.custom ?? result.origin?.s3;
  if (origin === undefined || changed === undefined) return origin;
  const headers = fromLambdaHeaders(changed.customHeaders ?? {}, {});
  const customHeaders = Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [name, values.join(', ')]),
  );
  return { ...origin, domainName: changed.domainName, path: changed.path, customHeaders };
}

function isRequest(value: unknown): value is LambdaRequest {
  const uri = (value as LambdaRequest | null | undefined)?.uri;
  return typeof uri === 'string' && uri.startsWith('/');
}

function isResponse(value: unknown): value is LambdaResponse {
  const status = (value as LambdaResponse | null | undefined)?.status;
  return status !== undefined && /^[1-5]\d\d$/.test(String(status));
}
