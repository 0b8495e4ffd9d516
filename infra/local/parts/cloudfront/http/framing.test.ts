import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTestEdge, resultOf, type TestEdge } from '../testing';
import { FRAMINGS } from './framings';

let edge: TestEdge;
let pages = 0;
beforeAll(async () => {
  edge = await aTestEdge((_message, response) =>
    response.writeHead(200, { 'cache-control': 'max-age=60' }).end('answered'),
  );
});
afterAll(() => edge.stop());

/** A page that nobody has asked for yet. */
const aPage = () => `/p/page-${String(pages++).padStart(4, '0')}`;
const getOf = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${more}\r\n`;
const isReached = (path: string) => edge.seen.some(({ url }) => url === path);
/** Whether the page is kept under the key of a viewer who says nothing of encodings, as ours do. */
const keptOf = async (path: string) =>
  resultOf(await edge.get(path, { headers: { 'accept-encoding': 'identity' } }));

/** Every status answered to bytes on a connection of their own, and to one honest read behind them. */
async function statusesOf(bytes: string, last = aPage()): Promise<number[]> {
  const { hostname, port } = new URL(edge.part.url);
  const socket = connect(Number(port), hostname);
  let answered = '';
  socket.setEncoding('latin1').on('data', (text) => {
    answered += text;
  });
  // Whoever refuses may reset the connection: what was answered before counts.
  socket.on('error', () => undefined);
  socket.write(bytes + getOf(last, 'connection: close\r\n'), 'latin1');
  await new Promise((resolve) => socket.on('close', resolve));
  return [...answered.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
}

describe('a second request on one connection', () => {
  it('is answered and kept when it is sent openly: the test can see it', async () => {
    const page = aPage();
    expect(await statusesOf(getOf(aPage()) + getOf(page))).toEqual([200, 200, 200]);
    expect([isReached(page), await keptOf(page)]).toEqual([true, 'Hit']);
  });

  it.each(FRAMINGS)('is neither answered nor kept when hidden by $what', async (framing) => {
    const [hidden, last] = [aPage(), aPage()];
    const statuses = await statusesOf(framing.bytes(getOf(hidden)), last);
    expect([isReached(hidden), await keptOf(hidden)]).toEqual([false, 'Miss']);
    if (framing.read === 'one') expect([statuses.length, statuses.at(-1)]).toEqual([2, 200]);
    else expect([statuses.at(-1), isReached(last)]).toEqual([400, false]);
  });
});
