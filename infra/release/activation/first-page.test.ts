import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { untilServed } from './first-page';

it('waits until a visitor of every canary sees the release', async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ url, headers }, response) => {
    asked.push(`${url} ${headers.cookie}`);
    const release = asked.length < 3 ? 'old' : 'new';
    response.end(`<div data-slice="mf-catalog" data-release="${release}" data-slot="ready">`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const publicOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const isShown = await untilServed({ slice: 'mf-catalog', release: 'new', publicOrigin });
  server.closeAllConnections();
  server.close();
  expect(isShown).toBe(true);
  expect(asked).toEqual(['/ mfb=0', '/ mfb=0', '/ mfb=0']);
});

it('does not wait for a slice that nobody sees without signing in', async () => {
  const portal = { slice: 'mf-provider-portal', release: 'new', publicOrigin: 'x:' } as const;
  expect(await untilServed(portal)).toBe(false);
});
