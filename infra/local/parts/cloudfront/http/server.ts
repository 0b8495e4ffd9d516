import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { BodyTooLarge, readBody } from '../../../http';
import type { Answer } from '../pipeline/context';
import { first, fromNode } from './headers';
import { EdgeError, type EdgeRequest, errorPage } from './messages';
import { LOCAL_VIEWER_HEADER, type Viewer, viewerOf } from './viewer';

const MAX_HEADER_BYTES = 32 * 1024;
const MAX_PATH_CHARS = 8192;
const MAX_BODY_BYTES = 64 * 1024 * 1024;
const PATH = /^\/[\x21-\x7e]*$/;

export type Handle = (request: EdgeRequest, viewer: Viewer) => Promise<Answer>;

/** Serves viewers over plain HTTP as if it were HTTPS; `bypass` may take requests out beforehand. */
export async function serveViewers(
  port: number,
  handle: Handle,
  bypass: (path: string) => RequestListener | undefined,
): Promise<{ url: string; stop(): Promise<void> }> {
  const options = { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 65_000 };
  const server = createServer(options, (message, response) => {
    const direct = bypass(message.url ?? '/');
    if (direct !== undefined) {
      direct(message, response);
      return;
    }
    serveOne(message, response, handle).catch(() => response.destroy());
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
    else socket.destroy();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://localhost:${actual}`, stop: () => stop(server) };
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function serveOne(message: IncomingMessage, response: ServerResponse, handle: Handle) {
  const requestId = `${randomBytes(40).toString('base64url')}==`;
  let answer: Answer;
  try {
    const { request, viewer } = await readRequest(message, requestId);
    answer = await handle(request, viewer);
  } catch (error) {
    if (!(error instanceof EdgeError)) throw error;
    answer = { response: errorPage(error, requestId), result: error.reason };
  }
  await send(message, response, answer, requestId);
}

async function readRequest(message: IncomingMessage, requestId: string) {
  const url = message.url ?? '/';
  const split = url.indexOf('?');
  const uri = split < 0 ? url : url.slice(0, split);
  if (!PATH.test(url) || hasManyHosts(message)) throw new EdgeError(400, 'Error', 'Bad request.');
  if (url.length > MAX_PATH_CHARS) throw new EdgeError(414, 'Error', 'The URL is too long.');
  const all = fromNode(message.headers);
  const userAgent = first(all, 'user-agent') ?? '';
  const local = first(all, LOCAL_VIEWER_HEADER);
  const viewer = viewerOf(local, message.socket.remoteAddress ?? '', userAgent);
  const headers = Object.fromEntries(
    Object.entries(all).filter(([name]) => !isOurs(name) && name !== LOCAL_VIEWER_HEADER),
  );
  const body = await readBody(message, MAX_BODY_BYTES).catch((error) => {
    const isLarge = error instanceof BodyTooLarge;
    throw new EdgeError(isLarge ? 413 : 400, 'Error', 'The body could not be read.');
  });
  const request: EdgeRequest = {
    requestId,
    clientIp: viewer.ip,
    method: message.method ?? 'GET',
    uri,
    querystring: split < 0 ? '' : url.slice(split + 1),
    headers,
    body,
  };
  return { request, viewer };
}

/** Of several hosts Node reads the first, and another reader may read another (RFC 9112, 3.2). */
function hasManyHosts({ headersDistinct }: IncomingMessage): boolean {
  return (headersDistinct.host?.length ?? 0) > 1;
}

/** Headers that only CloudFront writes; a viewer's own are forged. */
function isOurs(name: string): boolean {
  return name.startsWith('cloudfront-') || name.startsWith('x-amz-cf-');
}

async function send(
  message: IncomingMessage,
  response: ServerResponse,
  { response: answer, result, ageSeconds }: Answer,
  requestId: string,
): Promise<void> {
  const { body, status } = answer;
  const isBodiless = message.method === 'HEAD' || status === 204 || status === 304;
  const { 'content-length': declared, via, ...headers } = answer.headers;
  const length = Buffer.isBuffer(body) && status !== 304 ? String(body.length) : declared?.[0];
  const origin = via === undefined ? '' : `${via.join(', ')}, `;
  const head: OutgoingHttpHeaders = {
    date: new Date().toUTCString(),
    ...headers,
    ...(length !== undefined && status !== 204 && { 'content-length': length }),
    ...(ageSeconds !== undefined && { age: String(ageSeconds) }),
    'x-cache': `${result} from cloudfront`,
    via: `${origin}1.1 local.cloudfront.net (CloudFront)`,
    'x-amz-cf-pop': 'LOC50-P1',
    'x-amz-cf-id': requestId,
  };
  response.writeHead(status, head);
  if (Buffer.isBuffer(body)) {
    response.end(isBodiless ? undefined : body);
    return;
  }
  if (isBodiless) {
    body.resume();
    response.end();
    return;
  }
  await pipeline(body, response);
}
