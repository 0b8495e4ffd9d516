import { cacheKeyOf } from '../cache/key';
import { EdgeError, type EdgeRequest, type EdgeResponse, errorPage } from '../http/messages';
import type { Viewer } from '../http/viewer';
import { behaviorMatcher } from './behaviors';
import { asAsked } from './conditional';
import type { Answer, EdgeContext, Exchange } from './context';
import { Lookup } from './lookup';
import { withPolicyHeaders } from './response-headers';

type Start = Omit<Exchange, 'key'>;

/** Takes a viewer's request through the distribution; whatever fails becomes CloudFront's own page. */
export class Distribution {
  readonly #lookup: Lookup;
  readonly #match;

  constructor(private readonly context: EdgeContext) {
    this.#lookup = new Lookup(context);
    this.#match = behaviorMatcher(context.distribution.behaviors);
  }

  async handle(request: EdgeRequest, viewer: Viewer): Promise<Answer> {
    const behavior = this.#match(request.uri);
    const start = { behavior, viewer, request };
    try {
      return withHeaders(start, await this.#answer(start));
    } catch (error) {
      return withHeaders(start, this.#failure(error, request));
    }
  }

  async #answer(start: Start): Promise<Answer> {
    refuseUnfit(start);
    const outcome = await this.#viewerRequest(start);
    if ('response' in outcome) return outcome;
    const request = this.#withRootObject(outcome.request);
    const key = cacheKeyOf(start.behavior, request, start.viewer);
    const answer = await this.#lookup.answer({ ...start, request, key });
    const response = asAsked(request, await this.#viewerResponse({ ...start, request }, answer));
    return { ...answer, response };
  }

  async #viewerRequest(start: Start): Promise<Answer | { request: EdgeRequest }> {
    const { behavior, request } = start;
    const { functions, lambdas } = this.context;
    const fn = behavior.functions['viewer-request'];
    if (fn !== undefined) {
      const result = functions.onRequest(fn, start);
      if ('uri' in result) return { request: result };
      return { response: result, result: 'FunctionGeneratedResponse' };
    }
    const lambda = behavior.lambdas['viewer-request'];
    if (lambda === undefined) return { request };
    const outcome = await lambdas.onRequest(lambda, 'viewer-request', request);
    if (outcome.kind === 'request') return { request: outcome.request };
    return { response: outcome.response, result: 'LambdaGeneratedResponse' };
  }

  /** Viewer-response functions do not run for errors. */
  async #viewerResponse(start: Start, { response }: Answer): Promise<EdgeResponse> {
    if (response.status >= 400) return response;
    const { functions, lambdas } = this.context;
    const fn = start.behavior.functions['viewer-response'];
    if (fn !== undefined) return functions.onResponse(fn, start, response);
    const lambda = start.behavior.lambdas['viewer-response'];
    if (lambda === undefined) return response;
    return lambdas.onResponse(lambda, 'viewer-response', start.request, response);
  }

  #withRootObject(request: EdgeRequest): EdgeRequest {
    const { defaultRootObject } = this.context.distribution;
    if (request.uri !== '/' || defaultRootObject === '') return request;
    return { ...request, uri: `/${defaultRootObject}` };
  }

  #failure(error: unknown, request: EdgeRequest): Answer {
    const known =
      error instanceof EdgeError ? error : new EdgeError(500, 'Error', 'Internal error');
    const detail = error instanceof EdgeError ? error.message : (error as Error).stack;
    const message = `${request.method} ${request.uri}: ${known.status} ${detail}`;
    this.context.log({
      source: 'cloudfront',
      level: known.status < 500 ? 'info' : 'error',
      message,
    });
    return { response: errorPage(known, request.requestId), result: known.reason };
  }
}

function refuseUnfit({ behavior, request }: Start): void {
  if (!behavior.methods.includes(request.method)) {
    throw new EdgeError(
      403,
      'Error',
      'This distribution is not configured to allow the HTTP method.',
    );
  }
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (isRead && request.body.length > 0) {
    throw new EdgeError(403, 'Error', 'A request of this method has no body.');
  }
}

function withHeaders({ behavior, request }: Start, answer: Answer): Answer {
  const response = withPolicyHeaders(behavior.responseHeadersPolicy, request, answer.response);
  return { ...answer, response };
}
