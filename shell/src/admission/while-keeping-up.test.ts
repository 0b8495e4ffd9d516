import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GetServerSideProps, GetServerSidePropsContext } from 'next';
import { afterEach, describe, expect, it } from 'vitest';
import { Gate } from './gate';
import { whileKeepingUp } from './while-keeping-up';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function promised() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A server with room for one page and nobody who waits; `/held` takes until it is let go. */
async function serverOfOne() {
  const gate = new Gate({ limit: 1, room: 0, patienceMs: 1_000 });
  const held = promised();
  const begun = promised();
  const make: GetServerSideProps = async ({ req }) => {
    if (req.url !== '/held') return { props: {} };
    begun.resolve();
    await held.promise;
    return { props: {} };
  };
  const page = whileKeepingUp(make, 'rest', () => gate);
  const left = promised();
  const server = createServer(async (req, res) => {
    if (req.url === '/held') res.once('close', left.resolve);
    await page({ req, res } as unknown as GetServerSidePropsContext);
    if (!res.writableEnded) res.end('the page');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  ends.push(() => {
    held.resolve();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, isBegun: begun.promise, letGo: held.resolve, isOver: left.promise };
}

/** One visitor is inside, and stays. */
async function busyServer() {
  const server = await serverOfOne();
  const first = fetch(`${server.url}/held`).then((answer) => answer.text());
  await server.isBegun;
  return { ...server, first };
}

describe('a page that cannot be made in time', () => {
  it('is a short page in the market’s language that says when to come back, and is never kept', async () => {
    const { url } = await busyServer();
    const answer = await fetch(url, { headers: { 'x-market': 'de' } });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeOneOf([3, 4, 5, 6, 7, 8, 9]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-page-cache-control')).toBeNull();
    const html = await answer.text();
    expect(html).toContain('<html lang="de">');
    expect(html).toContain('<h1>Gerade sind sehr viele Menschen hier</h1>');
    expect(html).not.toContain('<script');
    expect(html.length).toBeLessThan(2_000);
  });

  it.each([
    ['by its address', '/_next/data/build/search.json', {}],
    ['by its header', '/search', { 'x-nextjs-data': '1' }],
  ])('is a problem document for a script, known %s', async (_how, path, headers) => {
    const { url } = await busyServer();
    const answer = await fetch(`${url}${path}`, { headers: headers as HeadersInit });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      503,
      'application/problem+json',
    ]);
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await answer.json()).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
  });

  it('costs nobody else anything: who is inside gets theirs, and so does who comes after', async () => {
    const { url, first, letGo, isOver } = await busyServer();
    expect((await fetch(url)).status).toBe(503);
    letGo();
    expect(await first).toBe('the page');
    await isOver;
    expect(await (await fetch(url)).text()).toBe('the page');
  });
});

it('who goes away leaves the place to others', async () => {
  const { url, isBegun, isOver } = await serverOfOne();
  const leaving = new AbortController();
  const left = fetch(`${url}/held`, { signal: leaving.signal }).catch(() => 'left');
  await isBegun;
  leaving.abort();
  expect(await left).toBe('left');
  await isOver;
  expect((await fetch(url)).status).toBe(200);
});
