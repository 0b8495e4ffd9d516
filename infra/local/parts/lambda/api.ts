import type { IncomingMessage, ServerResponse } from 'node:http';
import { BodyTooLarge, readBody, sendJson } from '../../http';
import { FunctionNotFound, type LambdaHost } from './host';
import { Throttled } from './pool';

const MAX_REQUEST_BYTES = 6 * 1024 * 1024;
const INVOKE = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/** Lambda's Invoke API; `GET /` lists the functions with their counters. */
export async function answerInvokeApi(
  host: LambdaHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lambda');
  if (request.method === 'GET' && pathname === '/') return sendJson(response, 200, host.stats());
  const name = INVOKE.exec(pathname)?.[1];
  if (request.method !== 'POST' || name === undefined) {
    return refuse(response, 404, 'UnknownOperationException', 'Only Invoke is offered locally');
  }
  const qualifier = searchParams.get('Qualifier');
  const reference = decodeURIComponent(name) + (qualifier ? `:${qualifier}` : '');
  try {
    const event: unknown = JSON.parse(
      (await readBody(request, MAX_REQUEST_BYTES)).toString() || '{}',
    );
    await invoke(host, reference, event, request, response);
  } catch (error) {
    refuseFor(error, response);
  }
}

async function invoke(
  host: LambdaHost,
  reference: string,
  event: unknown,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (request.headers['x-amz-invocation-type'] ?? 'RequestResponse') {
    case 'Event':
      host.invokeLater(reference, event);
      response.writeHead(202).end();
      return;
    case 'DryRun':
      host.specOf(reference);
      response.writeHead(204).end();
      return;
  }
  const result = await host.invoke(reference, event);
  sendJson(response, 200, 'payload' in result ? result.payload : result.failure, {
    'x-amzn-requestid': result.requestId,
    'x-amz-executed-version': '$LATEST',
    ...('failure' in result && { 'x-amz-function-error': 'Unhandled' }),
  });
}

function refuseFor(error: unknown, response: ServerResponse): void {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof FunctionNotFound) {
    refuse(response, 404, 'ResourceNotFoundException', message);
  } else if (error instanceof Throttled) {
    refuse(response, 429, 'TooManyRequestsException', message);
  } else if (error instanceof BodyTooLarge) {
    refuse(response, 413, 'RequestTooLargeException', message);
  } else if (error instanceof SyntaxError) {
    refuse(response, 400, 'InvalidRequestContentException', message);
  } else {
    refuse(response, 500, 'ServiceException', message);
  }
}

function refuse(response: ServerResponse, status: number, type: string, message: string): void {
  sendJson(response, status, { Type: 'User', Message: message }, { 'x-amzn-errortype': type });
}
