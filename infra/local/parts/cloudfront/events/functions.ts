import type { BehaviorConfig, FunctionConfig, ViewerEvent } from '../config/types';
import { type HeaderMap, pick } from '../http/headers';
import { EdgeError, type EdgeRequest, type EdgeResponse } from '../http/messages';
import type { Viewer } from '../http/viewer';
import {
  applyFunctionRequest,
  applyFunctionResponse,
  type FunctionRequest,
  type FunctionResponse,
  toFunctionRequest,
  toFunctionResponse,
} from './function-event';
import { compileFunction, type FunctionHost } from './function-vm';
import { checkHeaders } from './header-rules';

const INVALID = 'FunctionValidationError';
const FAILED = 'FunctionExecutionError';

interface Invocation {
  behavior: BehaviorConfig;
  viewer: Viewer;
  request: EdgeRequest;
}

/** Runs the distribution's CloudFront Functions. */
export class ViewerFunctions {
  readonly #compiled: ReadonlyMap<string, (event: unknown) => unknown>;

  constructor(
    functions: readonly FunctionConfig[],
    hostOf: (config: FunctionConfig) => FunctionHost,
    private readonly distribution: { id: string; domainName: string },
  ) {
    this.#compiled = new Map(
      functions.map((config) => [config.arn, compileFunction(config.code, hostOf(config))]),
    );
  }

  /** The request to go on with, or the function's own answer. */
  onRequest(arn: string, invocation: Invocation): EdgeRequest | EdgeResponse {
    const { request } = invocation;
    const result = this.#run(arn, 'viewer-request', invocation);
    if (isResponse(result)) return checkedResponse(result);
    if (!isRequest(result)) throw new EdgeError(502, INVALID, 'The function returned no request.');
    const after = applyFunctionRequest(request, result);
    checkHeaders('viewer-request', request.headers, after.headers, INVALID);
    return after;
  }

  onResponse(arn: string, invocation: Invocation, response: EdgeResponse): EdgeResponse {
    const result = this.#run(arn, 'viewer-response', invocation, response);
    if (!isResponse(result))
      throw new EdgeError(502, INVALID, 'The function returned no response.');
    const after = applyFunctionResponse(response, result);
    checkHeaders('viewer-response', response.headers, after.headers, INVALID);
    return after;
  }

  #run(arn: string, eventType: ViewerEvent, invocation: Invocation, response?: EdgeResponse) {
    const run = this.#compiled.get(arn);
    if (run === undefined) throw new EdgeError(503, FAILED, `There is no function ${arn}.`);
    const { behavior, viewer, request } = invocation;
    try {
      return run({
        version: '1.0',
        context: {
          distributionDomainName: this.distribution.domainName,
          distributionId: this.distribution.id,
          eventType,
          requestId: request.requestId,
        },
        viewer: { ip: viewer.ip },
        request: toFunctionRequest(request, headersForFunctions(behavior, viewer)),
        ...(response !== undefined && { response: toFunctionResponse(response) }),
      });
    } catch (error) {
      throw new EdgeError(503, FAILED, `${arn}: ${error instanceof Error ? error.message : error}`);
    }
  }
}

/** CloudFront shows a function only those of its own headers that the behaviour's policies name. */
function headersForFunctions(behavior: BehaviorConfig, viewer: Viewer): HeaderMap {
  const named = new Set([
    ...behavior.cachePolicy.headers,
    ...(behavior.originRequestPolicy?.cloudfrontHeaders ?? []),
  ]);
  return pick(viewer.headers, (name) => named.has(name));
}

function checkedResponse(result: FunctionResponse): EdgeResponse {
  const response = applyFunctionResponse(undefined, result);
  checkHeaders('viewer-response', {}, response.headers, INVALID);
  return response;
}

function isRequest(value: unknown): value is FunctionRequest {
  const uri = (value as FunctionRequest | null | undefined)?.uri;
  return typeof uri === 'string' && uri.startsWith('/');
}

function isResponse(value: unknown): value is FunctionResponse {
  const status = (value as FunctionResponse | null | undefined)?.statusCode;
  return typeof status === 'number' && status >= 100 && status <= 599;
}
