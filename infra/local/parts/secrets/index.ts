import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson, serve } from '../../http';
import type { Log, Part } from '../../part';
import type { ParameterSpec, SecretSpec } from '../../template/types';
import { type Operation, parameterOperations, ServiceError, secretOperations } from './operations';
import { SecretStore } from './store';

export interface SecretsOptions {
  port: number;
  secrets: SecretSpec[];
  parameters: ParameterSpec[];
  /** Keeps generated and changed values; without it they are new at every start. */
  stateFile?: string;
  log: Log;
}

/** Secrets Manager and the SSM parameter store behind one endpoint. */
export async function startSecrets(options: SecretsOptions): Promise<Part> {
  const store = new SecretStore(options.secrets, options.stateFile);
  const operations = { ...secretOperations(store), ...parameterOperations(options.parameters) };
  const { url, close } = await serve(options.port, (request, response) => {
    answer(operations, request, response).catch((error: unknown) => {
      options.log({ source: 'secrets', level: 'error', message: String(error) });
      sendError(response, 500, 'InternalServiceError', 'See the log of the local cloud.');
    });
  });
  return {
    name: 'secrets',
    url,
    health: async () => ({
      ready: true,
      detail: `${store.size} secrets and ${options.parameters.length} parameters`,
    }),
    stop: close,
  };
}

async function answer(
  operations: Record<string, Operation>,
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
    const result = operation(JSON.parse(body) as Record<string, unknown>);
    sendJson(response, 200, result, { 'content-type': 'application/x-amz-json-1.1' });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    sendError(response, 400, error.type, error.message);
  }
}

function sendError(response: ServerResponse, status: number, type: string, message: string): void {
  sendJson(response, status, { __type: type, message }, { 'x-amzn-errortype': type });
}
