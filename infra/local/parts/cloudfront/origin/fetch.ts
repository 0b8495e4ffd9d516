import { Agent, type IncomingMessage, request as sendRequest } from 'node:http';
import type { OriginConfig } from '../config/types';
import { copyOf, fromNode, type HeaderMap } from '../http/headers';
import { EdgeError, type EdgeRequest, type EdgeResponse } from '../http/messages';

/** Where origins really are: base URL by origin id. */
export type OriginUrls = Readonly<Record<string, string>>;

const CONNECT_TIMEOUT_MS = 10_000;
const RETRIED = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Fetches from origins over kept-alive connections. */
export class OriginClient {
  readonly #agent = new Agent({ keepAlive: true, maxFreeSockets: 32 });

  constructor(
    private readonly urls: OriginUrls,
    private readonly origins: readonly OriginConfig[],
  ) {}

  /** The origin's answer, its body still streaming; an {@link EdgeError} when there is none. */
  async fetch(origin: OriginConfig, request: EdgeRequest): Promise<EdgeResponse> {
    const url = this.#urlOf(origin);
    const headers = { ...copyOf(request.headers), ...customHeaders(origin) };
    const attempt = () => this.#send(url, origin, { ...request, headers });
    try {
      return await attempt();
    } catch (error) {
      // A kept-alive connection may have been closed by the origin in the same moment.
      if (!isReset(error) || !RETRIED.has(request.method)) throw asEdgeError(error);
    }
    return attempt().catch((error) => Promise.reject(asEdgeError(error)));
  }

  stop(): void {
    this.#agent.destroy();
  }

  /** A function may have sent the request to another host: one of the origins, or any by name. */
  #urlOf(origin: OriginConfig): URL {
    const configured = this.origins.find(({ id }) => id === origin.id);
    const isMoved = configured !== undefined && configured.domainName !== origin.domainName;
    const target = isMoved
      ? this.origins.find(({ domainName }) => domainName === origin.domainName)
      : origin;
    const base = target === undefined ? `http://${origin.domainName}` : this.urls[target.id];
    if (base === undefined)
      throw new EdgeError(502, 'Error', `Origin ${origin.id} has no address.`);
    const bucket = target?.bucket === undefined ? '' : `/${target.bucket}`;
    return new URL(base.replace(/\/$/, '') + bucket + origin.path);
  }

  #send(url: URL, origin: OriginConfig, request: EdgeRequest): Promise<EdgeResponse> {
    const query = request.querystring === '' ? '' : `?${request.querystring}`;
    const options = {
      agent: this.#agent,
      hostname: url.hostname,
      port: url.port,
      method: request.method,
      path: `${url.pathname.replace(/\/$/, '')}${request.uri}${query}`,
      headers: outgoing(request),
      timeout: CONNECT_TIMEOUT_MS,
    };
    return new Promise((resolve, reject) => {
      const sent = sendRequest(options, (message) => resolve(answerOf(message)));
      const readTimeoutMs = origin.readTimeoutSeconds * 1000;
      sent.on('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => sent.setTimeout(readTimeoutMs));
        else sent.setTimeout(readTimeoutMs);
      });
      sent.on('timeout', () =>
        sent.destroy(new EdgeError(504, 'Error', `Origin ${origin.id} did not answer in time.`)),
      );
      sent.on('error', reject);
      sent.end(request.body.length > 0 ? request.body : undefined);
    });
  }
}

/** Access to a bucket is signed by CloudFront; the local S3 only wants to see that it is. */
function customHeaders({ bucket, customHeaders: own }: OriginConfig): HeaderMap {
  const headers: HeaderMap = Object.fromEntries(
    Object.entries(own).map(([name, value]) => [name, [value]]),
  );
  return bucket === undefined ? headers : { ...headers, authorization: ['AWS4-CLOUDFRONT'] };
}

function outgoing({ headers, body, method }: EdgeRequest): Record<string, string | string[]> {
  const result: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(headers)) {
    result[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  delete result['content-length'];
  const mayHaveBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  if (body.length > 0 || mayHaveBody) result['content-length'] = String(body.length);
  return result;
}

function answerOf(message: IncomingMessage): EdgeResponse {
  return {
    status: message.statusCode ?? 502,
    headers: fromNode(message.headersDistinct),
    body: message,
  };
}

function isReset(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ECONNRESET' || code === 'EPIPE';
}

function asEdgeError(error: unknown): EdgeError {
  if (error instanceof EdgeError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new EdgeError(502, 'Error', `CloudFront wasn't able to connect to the origin: ${reason}`);
}
