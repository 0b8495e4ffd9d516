import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { aKey } from '../testing/tokens';
import { createKeySource } from './key-source';

describe('key source', () => {
  it('rests after a fetch, joins callers that wait and keeps old keys when it fails', async () => {
    const { jwk } = aKey('k');
    const answers = [{ status: 500 }, { status: 200, keys: [jwk] }, { status: 200, keys: 'no' }];
    const server = createServer((_request, response) => {
      const { status = 500, keys } = answers.shift() ?? {};
      response.writeHead(status).end(JSON.stringify({ keys }));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    let nowMs = 0;
    const source = createKeySource({ jwksUrl: `http://127.0.0.1:${port}/` }, () => nowMs);

    expect(await source.refresh()).toBe(false);
    expect(await source.refresh()).toBe(false);
    expect(answers).toHaveLength(2);
    nowMs += 10_000;
    expect(await Promise.all([source.refresh(), source.refresh()])).toEqual([true, true]);
    expect(source.current().keys).toEqual([jwk]);
    nowMs += 10_000;
    expect(await source.refresh()).toBe(false);
    expect(source.current().keys).toEqual([jwk]);
    server.close();
  });

  it('fails closed when nobody answers', async () => {
    const source = createKeySource({ jwksUrl: 'http://127.0.0.1:1/' });
    expect(await source.refresh()).toBe(false);
    expect(source.current().keys).toEqual([]);
  });
});
