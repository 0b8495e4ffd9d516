import type { RequestListener } from 'node:http';
import { readBody } from '../../../http';
import type { Log } from '../../../part';

export interface ApiRequest {
  method: string;
  /** Escaped. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: string;
}

export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export type ApiHandler = (request: ApiRequest) => ApiAnswer | undefined;

const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** Serves the control and data APIs: the first handler that knows the path answers. */
export function apiListener(handlers: readonly ApiHandler[], log: Log): RequestListener {
  return async (message, response) => {
    try {
      const [path = '/', query = ''] = (message.url ?? '/').split('?');
      const request = {
        method: message.method ?? 'GET',
        path,
        query: new URLSearchParams(query),
        headers: message.headers as Record<string, string | undefined>,
        body: (await readBody(message, MAX_BODY_BYTES)).toString('utf8'),
      };
      const answer = answerOf(handlers, request);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    } catch (error) {
      log({ source: 'cloudfront', level: 'error', message: `${message.url}: ${error}` });
      response.writeHead(500).end();
    }
  };
}

function answerOf(handlers: readonly ApiHandler[], request: ApiRequest): ApiAnswer {
  for (const handler of handlers) {
    const answer = handler(request);
    if (answer !== undefined) return answer;
  }
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': 'UnknownOperation' };
  return { status: 404, headers, body: '{"Message":"This operation is not simulated."}' };
}
