import { createServer, type ServerResponse } from 'node:http';
import type { SliceName } from '@marketplace/kit/slice';
import type { ServerFiles } from './clones';

/** Ways in which a slice's code can fail to come. */
export const FAULTS = [
  'refused',
  'silent',
  'slow',
  '500',
  'corrupt',
  'oversized',
  'not JavaScript',
] as const;
export type Fault = (typeof FAULTS)[number];

const SLOW_MS = 3_000;
const OVERSIZED_BYTES = 9 * 1024 * 1024;

/** Bucket and release store in memory, which spoil what they give of one slice. */
export class Store {
  readonly files: ServerFiles = new Map();
  readonly live = new Map<string, string>();
  #fault: { slice: SliceName; fault: Fault } | undefined;
  readonly #held = new Set<ServerResponse>();

  /** Spoils a slice's files until it is healed. */
  break(slice: SliceName, fault: Fault): void {
    this.#fault = { slice, fault };
  }

  heal(): void {
    this.#fault = undefined;
    for (const response of this.#held) response.destroy();
    this.#held.clear();
  }

  add(slice: SliceName, release: string, files: ServerFiles): void {
    for (const [key, content] of files) this.files.set(key, content);
    this.live.set(slice, release);
  }

  forget(slice: SliceName, release: string): void {
    for (const key of this.files.keys()) {
      if (key.startsWith(`server/${slice}/${release}/`)) this.files.delete(key);
    }
  }

  /** Answers of the services by address, so that the bench measures the shell and not them. */
  readonly #answers = new Map<string, Promise<{ status: number; body: string }>>();

  #service(target: string, authorization: string | undefined, response: ServerResponse): void {
    const key = `${target} ${authorization}`;
    const headers = authorization ? { authorization } : undefined;
    const answer =
      this.#answers.get(key) ??
      fetch(target, { ...(headers && { headers }) }).then(async (got) => {
        if (got.status >= 429) this.#answers.delete(key);
        return { status: got.status, body: await got.text() };
      });
    this.#answers.set(key, answer);
    answer.then(
      ({ status, body }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(body),
      () => {
        this.#answers.delete(key);
        response.destroy();
      },
    );
  }

  /** Serves both APIs, and the services' answers at `/service/<address>`; gives its own address. */
  async listen(): Promise<{ url: string; close(): void }> {
    const server = createServer((request, response) => {
      const [, service] = /^\/service\/(.+)$/.exec(request.url ?? '') ?? [];
      if (service) {
        const [encoded = '', ...rest] = service.split('/');
        const target = `${decodeURIComponent(encoded)}/${rest.join('/')}`;
        this.#service(target, request.headers.authorization, response);
        return;
      }
      const path = decodeURIComponent(request.url?.split('?')[0] ?? '');
      if (path.startsWith('/key-value-stores/')) this.#records(response);
      else this.#object(path.split('/').slice(2).join('/'), response);
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

  #records(response: ServerResponse): void {
    const Items = [...this.live].map(([slice, live]) => ({
      Key: `slice/${slice}`,
      Value: JSON.stringify({ live }),
    }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ Items }));
  }

  #object(key: string, response: ServerResponse): void {
    const content = this.files.get(key);
    if (!content) {
      response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    } else if (this.#fault && key.startsWith(`server/${this.#fault.slice}/`)) {
      this.#spoil(this.#fault.fault, content, response);
    } else response.end(content);
  }

  #spoil(fault: Fault, content: Buffer, response: ServerResponse): void {
    switch (fault) {
      case 'refused':
        response.destroy();
        return;
      case 'silent':
        this.#held.add(response);
        return;
      case 'slow':
        setTimeout(() => response.end(content), SLOW_MS);
        return;
      case '500':
        response.writeHead(500).end('<Error><Code>InternalError</Code></Error>');
        return;
      case 'corrupt':
        response.end(
          Buffer.concat([content.subarray(0, content.length - 9), Buffer.from('corrupted')]),
        );
        return;
      case 'oversized':
        response.end(Buffer.alloc(OVERSIZED_BYTES, 32));
        return;
      case 'not JavaScript':
        response.end('<!doctype html><title>Not here</title>');
    }
  }
}
