import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const BODY_BYTES_MAX = 1_000_000;

const CORS = {
  'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
  'access-control-allow-headers': '*, authorization',
  'access-control-expose-headers': 'request-id, stripe-version',
  'access-control-max-age': '300',
  vary: 'Origin',
};

/** The site itself, and slices that run alone on another local port. */
function isAllowedOrigin(origin: string, publicOrigin: string): boolean {
  return origin === publicOrigin || /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin);
}

export type Handler = (
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
  body: string,
) => Promise<void> | void;

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) throw new Error('body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** An HTTP server whose answers pages of the site may read. */
export function createHttpServer(
  publicOrigin: string,
  handle: Handler,
  onError: (error: unknown) => void,
): Server {
  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(CORS)) res.setHeader(name, value);
    const { origin } = req.headers;
    if (origin && isAllowedOrigin(origin, publicOrigin)) {
      res.setHeader('access-control-allow-origin', origin);
    }
    if (req.method === 'OPTIONS') {
      res.writeHead(204).end();
      return;
    }
    const url = new URL(req.url ?? '/', 'http://localhost');
    await handle(req, res, url, await readBody(req));
  }
  return createServer((req, res) => {
    serve(req, res).catch((error: unknown) => {
      onError(error);
      if (!res.headersSent) res.writeHead(500, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ error: { type: 'api_error', message: 'The stand-in failed.' } }));
    });
  });
}

export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
