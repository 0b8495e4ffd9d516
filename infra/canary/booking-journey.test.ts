import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { journey } from './booking-journey.cjs';

let server: Server | undefined;
afterEach(() => server?.close());

const page = (slice: string) => `<main><div data-slice="${slice}"></div></main>`;
const healthy: Record<string, string> = {
  '/': page('mf-catalog'),
  '/search': page('mf-catalog'),
  '/api/catalog/services': JSON.stringify({ items: [{ id: 'svc-1' }] }),
  '/s/svc-1': page('mf-catalog'),
  '/api/booking/services/svc-1/slots': JSON.stringify({ slots: [] }),
  '/book/svc-1': page('mf-booking'),
};

/** Walks the journey against a marketplace that answers as given, and lists the steps that went well. */
async function walk(answers: Record<string, string>) {
  server = createServer((request, response) => {
    const body = answers[new URL(request.url ?? '/', 'http://x').pathname];
    response.writeHead(body === undefined ? 503 : 200).end(body);
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  const done: string[] = [];
  await journey(`http://localhost:${port}`, async (name, run) => {
    await run();
    done.push(name);
  });
  return done;
}

describe('the canary', () => {
  it('walks the journey up to the moment of paying', async () => {
    expect(await walk(healthy)).toEqual([
      'home',
      'search',
      'find',
      'service',
      'free times',
      'booking form',
    ]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a page without its slice', { '/': '<main></main>' }, /came without mf-catalog/],
    ['an empty search', { '/api/catalog/services': '{"items":[]}' }, /finds nothing/],
    ['free times in another shape', { '/api/booking/services/svc-1/slots': '{}' }, /shape/],
  ])('fails at %s', async (_what, broken, message) => {
    await expect(walk({ ...healthy, ...broken })).rejects.toThrow(message);
  });

  it('fails at a service that is down, and names the path', async () => {
    const { '/book/svc-1': _gone, ...rest } = healthy;
    await expect(walk(rest)).rejects.toThrow('/book/svc-1 answered 503');
  });
});
