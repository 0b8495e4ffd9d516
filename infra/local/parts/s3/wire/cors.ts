import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Lets pages of the local cloud upload to presigned addresses, as the buckets' CORS rules do in AWS.
 * True when the request was a preflight and has its answer.
 */
export function allowOrigin(message: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = message.headers;
  if (origin === undefined) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'ETag');
  response.setHeader('vary', 'Origin');
  if (message.method !== 'OPTIONS') return false;
  const asked = message.headers['access-control-request-headers'];
  response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT');
  if (asked !== undefined) response.setHeader('access-control-allow-headers', asked);
  response.writeHead(204).end();
  return true;
}
