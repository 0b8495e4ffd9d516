import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { untilServed } from './first-page';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function aSite(answer: RequestListener): Promise<string> {
  const started = createServer(answer);
  server = started;
  await new Promise<void>((listening) => started.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}

it('waits until a visitor of every canary sees the release', async () => {
  const asked: (string | undefined)[] = [];
  const publicOrigin = await aSite(({ url, headers }, response) => {
    asked.push(`${url} ${headers.cookie}`);
    const release = asked.length < 3 ? 'old' : 'new';
    response.end(`<div data-slice="mf-catalog" data-release="${release}" data-slot="ready">`);
  });
  const isShown = await untilServed({ slice: 'mf-catalog', release: 'new', publicOrigin });
  expect(isShown).toBe(true);
  expect(asked).toEqual(['/ mfb=0', '/ mfb=0', '/ mfb=0']);
});

it('says at once that the shell which runs has no page for a new slice', async () => {
  const publicOrigin = await aSite((_request, response) => {
    response.writeHead(404).end('<h1>There is nothing at this address</h1>');
  });
  const served = untilServed({ slice: 'mf-catalog', release: 'new', publicOrigin });
  await expect(served).rejects.toThrow(
    'the shell that runs has no page /: a new slice comes with a route',
  );
});

it('does not wait for a slice that nobody sees without signing in', async () => {
  const portal = { slice: 'mf-provider-portal', release: 'new', publicOrigin: 'x:' } as const;
  expect(await untilServed(portal)).toBe(false);
});
