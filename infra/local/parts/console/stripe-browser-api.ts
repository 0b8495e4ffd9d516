import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../../http';

const BODY_BYTES_MAX = 20_000;
const PREFIX = '/_local/stripe';
const FORWARDED = ['authorization', 'content-type', 'idempotency-key'] as const;

/**
 * Stripe's browser API on the page's own origin, so that the site's content security policy needs
 * no hole for a laptop. Only what a publishable key may do gets through: the stand-in checks it.
 */
export async function forwardToStripe(
  stripeUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').slice(PREFIX.length);
  if (!path.startsWith('/v1/')) {
    response.writeHead(404).end();
    return;
  }
  const body = await readBody(request, BODY_BYTES_MAX);
  const headers = Object.fromEntries(
    FORWARDED.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
  const answer = await fetch(stripeUrl + path, {
    method: request.method ?? 'GET',
    headers,
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
    'cache-control': 'no-store',
  });
  response.end(Buffer.from(await answer.arrayBuffer()));
}
