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
  /** Whether who asks may have them. */
  areFor(request: IncomingMessage): boolean;
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
const corsFor = ({ headers }: IncomingMessage) => ({
  'access-control-allow-origin': headers.origin ?? '*',
  'access-control-allow-private-network': 'true',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
});

/** Answers what pages of the marketplace ask of a build; says no to anything else. */
export async function answerWithBuilds(
  builds: Builds,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!builds.areFor(request)) return void response.writeHead(403).end();
  const pathname = pathOf(request);
  const headers = corsFor(request);
  if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end();
  if (pathname === REPORTS) {
    response.writeHead(200, { ...headers, 'content-type': 'text/event-stream' });
    return sendReports(builds, response);
  }
  const content = SERVED.test(pathname) ? await contentOf(builds, pathname) : undefined;
  if (!content) return void response.writeHead(404, headers).end();
  const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
  response.writeHead(200, { ...headers, 'content-type': type }).end(content);
}

/** Whether a request is one of those that {@link answerWithBuilds} answers. */
export function isForBuilds(request: IncomingMessage): boolean {
  const pathname = pathOf(request);
  return pathname === REPORTS || SERVED.test(pathname);
}

const pathOf = ({ url = '/' }: IncomingMessage) => url.replace(/\?.*$/, '');

async function contentOf(builds: Builds, pathname: string): Promise<Buffer | undefined> {
  await builds.latest();
  return readFile(path.join(builds.directory, pathname)).catch(() => undefined);
}

/** The last report and every one that follows, for as long as the page listens. */
async function sendReports(builds: Builds, response: ServerResponse): Promise<void> {
  const send = (report: LocalReport) => response.write(`data: ${JSON.stringify(report)}\n\n`);
  response.flushHeaders();
  const stop = builds.follow(send);
  response.once('close', stop);
  send(await builds.latest());
}
