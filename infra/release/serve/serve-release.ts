import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { serve } from '../../local/http';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** What a browser may fetch from this machine: the manifest, and browser files without dot segments. */
const SERVED = /^\/(manifest\.json|browser(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+)$/;

/** Pages of the marketplace are of another origin, and may be of a public network. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-private-network': 'true',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
};

/** Serves a built release's browser files and manifest on the loopback interface. */
export function serveRelease(directory: string, port: number) {
  return serve(port, (request, response) => void answer(directory, request, response));
}

async function answer(
  directory: string,
  { method, url = '/' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(url, 'http://localhost');
  if (method === 'OPTIONS') return void response.writeHead(204, CORS).end();
  const content = SERVED.test(pathname)
    ? await readFile(path.join(directory, pathname)).catch(() => undefined)
    : undefined;
  if (!content) return void response.writeHead(404, CORS).end();
  const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
  response.writeHead(200, { ...CORS, 'content-type': type }).end(content);
}
