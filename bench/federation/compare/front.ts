import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

const COMPRESSED = /javascript|json|css|html|svg/;
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** What stands before a server, the same for all that are compared: gzip, and the releases' files. */
export async function startFront(target: string, files: ReadonlyMap<string, Buffer> = new Map()) {
  const kept = new Map<string, Answer>();
  const answerOf = async (path: string): Promise<Answer> => {
    const known = kept.get(path);
    if (known) return known;
    const file = files.get(path.split('?')[0]?.slice(1) ?? '');
    const answer = file ? ofFile(path, file) : await ofServer(target + path);
    if (file || path.startsWith('/_next/static/')) kept.set(path, answer);
    return answer;
  };
  const respond = async ({ url = '/', method }: IncomingMessage, response: ServerResponse) => {
    if (method !== 'GET') return response.writeHead(204).end();
    const { status, headers, body } = await answerOf(url);
    return response.writeHead(status, headers).end(body);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://localhost:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function ofFile(path: string, file: Buffer): Answer {
  const type = TYPES[path.split('?')[0]?.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return packed(200, { 'content-type': type, 'cache-control': 'public, max-age=31536000' }, file);
}

async function ofServer(url: string): Promise<Answer> {
  const answer = await fetch(url, {
    headers: { 'x-market': 'de', 'accept-encoding': 'identity' },
    redirect: 'manual',
  });
  const headers = {
    'content-type': answer.headers.get('content-type') ?? 'text/plain',
    'cache-control': answer.headers.get('cache-control') ?? 'no-store',
  };
  return packed(answer.status, headers, Buffer.from(await answer.arrayBuffer()));
}

function packed(status: number, headers: Record<string, string>, body: Buffer): Answer {
  if (!COMPRESSED.test(headers['content-type'] ?? '')) return { status, headers, body };
  return { status, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
}
