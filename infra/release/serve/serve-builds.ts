import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { LocalReport } from '@marketplace/kit/federation/manifest';

/** Builds of a slice, of which the newest is served. */
export interface Builds {
  /** Where `manifest.json` and `browser/` are. */
  directory: string;
  /** How the last build ended; waits for the first one. */
  latest(): Promise<LocalReport>;
  /** Calls back when another build has ended; gives what stops it. */
  follow(listener: (report: LocalReport) => void): () => void;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** What a browser may fetch from this machine: the manifest, and browser files without dot segments. */
const SERVED = /^\/(manifest\.json|browser(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+)$/;
/** Where it hears of builds. */
const REPORTS = '/reports';

/** Pages of the marketplace are of another origin, and may be of a public network. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-private-network': 'true',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
};

/** Answers what pages of the marketplace ask of a build; says no to anything else. */
export async function answerWithBuilds(
  builds: Builds,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'OPTIONS') return void response.writeHead(204, CORS).end();
  if (pathname === REPORTS) return sendReports(builds, response);
  const content = SERVED.test(pathname) ? await contentOf(builds, pathname) : undefined;
  if (!content) return void response.writeHead(404, CORS).end();
  const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
  response.writeHead(200, { ...CORS, 'content-type': type }).end(content);
}

/** Whether a request is one of those that {@link answerWithBuilds} answers. */
export function isForBuilds({ url = '/' }: IncomingMessage): boolean {
  const { pathname } = new URL(url, 'http://localhost');
  return pathname === REPORTS || SERVED.test(pathname);
}

async function contentOf(builds: Builds, pathname: string): Promise<Buffer | undefined> {
  await builds.latest();
  return readFile(path.join(builds.directory, pathname)).catch(() => undefined);
}

/** The last report and every one that follows, for as long as the page listens. */
async function sendReports(builds: Builds, response: ServerResponse): Promise<void> {
  const send = (report: LocalReport) => response.write(`data: ${JSON.stringify(report)}\n\n`);
  response.writeHead(200, { ...CORS, 'content-type': 'text/event-stream' });
  response.flushHeaders();
  const stop = builds.follow(send);
  response.once('close', stop);
  send(await builds.latest());
}
