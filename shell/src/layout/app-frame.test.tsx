// @vitest-environment jsdom
import { lazy, type ReactNode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { AppFrame } from './app-frame';

const PAGE = <h1>Sign in</h1>;

/** Children as the router gives them while the code of one of their parts is on its way. */
const onTheWay = () => lazy(async () => ({ default: PAGE }) as never) as unknown as ReactNode;

const framed = (children: ReactNode) => (
  <AppFrame market="us" locale="en-US">
    {children}
  </AppFrame>
);

it('keeps the server’s HTML when the router’s children arrive while it is hydrated', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new Error('nobody answers')));
  document.body.innerHTML = renderToString(framed(PAGE));
  const main = document.querySelector('main');
  const objections: unknown[] = [];
  const onRecoverableError = (error: unknown) => objections.push(error);
  startTransition(() => {
    hydrateRoot(document.body, framed(onTheWay()), { onRecoverableError });
  });
  const isTakenOver = () => Object.keys(main ?? {}).some((key) => key.startsWith('__reactFiber'));
  await expect.poll(() => isTakenOver() || objections.length > 0).toBe(true);
  expect(objections).toEqual([]);
  expect(document.querySelector('main')).toBe(main);
});
