import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http';
import type { Log } from '../part';

/** A refusal in the JSON protocols of AWS. */
export class ServiceError extends Error {
  constructor(
    readonly type: string,
    message: string,
  ) {
    super(message);
  }
}

export type JsonInput = Record<string, unknown>;
export type JsonOperation = (input: JsonInput) => unknown;

interface JsonService {
  /** For the log. */
  source: string;
  /** By the value of `x-amz-target`. */
  operations: Record<string, JsonOperation>;
  log: Log;
}

/** Answers requests of AWS's JSON protocols, which name their operation in a header. */
export function jsonService({ source, operations, log }: JsonService): RequestListener {
  return (request, response) => {
    answer(operations, request, response).catch((error: unknown) => {
      log({ source, level: 'error', message: String(error) });
      sendError(response, 500, 'InternalServiceError', 'See the log of the local cloud.');
    });
  };
}

async function answer(
  operations: Record<string, JsonOperation>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const body = (await readBody(request)).toString() || '{}';
  const operation = operations[target];
  if (!operation) {
    sendError(response, 400, 'UnknownOperationException', `${target} is not offered locally`);
    return;
  }
  try {
    const result = operation(JSON.parse(body) as JsonInput);
    const type = request.headers['content-type'] ?? 'application/x-amz-json-1.1';
    sendJson(response, 200, result, { 'content-type': type });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    sendError(response, 400, error.type, error.message);
  }
}

function sendError(response: ServerResponse, status: number, type: string, message: string): void {
  sendJson(response, status, { __type: type, message }, { 'x-amzn-errortype': type });
}
