import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import type { ServiceList } from '@marketplace/services/catalog/contract';
import { MARKETS } from '@marketplace/services/domain/markets';
import type { NearProvider, NearSnapshot } from '@marketplace/services/domain/near';
import { lambdaEvent } from '../../edge/testing/events';
import { type Percentiles, percentilesOf, timed } from '../support/percentiles';
import type { Handler } from './functions';
import { startNextPage } from './peers/next-page';

const PROVIDERS = 2_000;
const CALLS = 600;
const KB = 1024;

export interface NearFigures {
  bytes: number;
  handler: Percentiles;
  /** Both over HTTP on the loopback interface, in turn. */
  edgeHttp: Percentiles;
  nextHttp: Percentiles;
}

/**
 * Most resident memory, in bytes, of a Node process that has rendered the fragment a few hundred times,
 * its heap limited as Lambda limits it for a function of `functionMb`.
 */
export async function nearYouMemory(file: string, functionMb: number): Promise<number> {
  const store = await serveJson({ '/near/de.json': aSnapshot() });
  const script = `
    const { handler } = require(${JSON.stringify(file)});
    const event = ${JSON.stringify(visitIn(store.url))};
    (async () => {
      for (let call = 0; call < ${CALLS}; call += 1) await handler(structuredClone(event));
      console.log(process.resourceUsage().maxRSS);
    })();`;
  const limits = [
    `--max-old-space-size=${Math.floor(functionMb * 0.9)}`,
    `--max-semi-space-size=${Math.floor(functionMb * 0.05)}`,
  ];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...limits, '-e', script]);
    return Number(stdout) * KB;
  } finally {
    store.close();
  }
}

/** A visit in Berlin, as the distribution hands it to the function. */
function visitIn(snapshots: string) {
  const asked = lambdaEvent({
    path: '/edge/near-you',
    headers: { 'x-market': 'de', 'x-near-place': '52.5,13.4' },
  });
  const customHeaders = {
    'x-snapshot-sources': [{ key: 'x-snapshot-sources', value: `us-east-1=${snapshots}` }],
  };
  Object.assign(asked.Records[0]?.cf.request ?? {}, { origin: { s3: { customHeaders } } });
  return asked;
}

/** Renders the same component in the edge function and in a Next server, from the same data. */
export async function measureNearYou(handler: Handler): Promise<NearFigures> {
  const store = await serveJson({ '/near/de.json': aSnapshot(), '/api/catalog/services': aList() });
  const event = () => visitIn(store.url);
  const { body = '' } = await handler(event());
  if (!body.includes('data-slice')) throw new Error('The fragment was not rendered.');
  const edge = await serveHtml(async () => (await handler(event())).body ?? '');
  const next = await startNextPage(store.url);
  try {
    const handlerTimes = await timed(() => handler(event()), CALLS);
    const [edgeHttp, nextHttp] = await inTurn(edge.url, `${next.url}/near-you?market=de`);
    return { bytes: Buffer.byteLength(body), handler: handlerTimes, edgeHttp, nextHttp };
  } finally {
    await next.stop();
    edge.close();
    store.close();
  }
}

async function inTurn(first: string, second: string): Promise<[Percentiles, Percentiles]> {
  const get = async (url: string) => {
    const startMs = performance.now();
    const answer = await fetch(url);
    const text = await answer.text();
    if (!text.includes('Studio')) throw new Error(`${url} rendered nothing: ${answer.status}`);
    return performance.now() - startMs;
  };
  for (let warm = 0; warm < 50; warm += 1) for (const url of [first, second]) await get(url);
  const samples: [number[], number[]] = [[], []];
  for (let call = 0; call < CALLS; call += 1) {
    samples[0].push(await get(first));
    samples[1].push(await get(second));
  }
  return [percentilesOf(samples[0]), percentilesOf(samples[1])];
}

function aProvider(index: number): NearProvider {
  return {
    slug: `studio-${index}`,
    name: `Studio ${index}`,
    city: 'Berlin',
    lat: 52.5 + ((index % 50) - 25) / 50,
    lon: 13.4 + ((index % 61) - 30) / 40,
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    rating: 4.5,
    ratingCount: 12,
    service: {
      id: `service-${index}`,
      title: `Haircut ${index}`,
      category: 'hair',
      priceMinor: 5000,
      guestPriceMinor: 5500,
      durationMin: 60,
      minNoticeMin: 0,
      startsMs: Array.from({ length: 20 }, (_, hour) => Date.now() + hour * 3_600_000),
    },
  };
}

function aSnapshot(): NearSnapshot {
  const providers = Array.from({ length: PROVIDERS }, (_, index) => aProvider(index));
  return {
    version: 1,
    market: 'de',
    providers: Object.fromEntries(providers.map((provider) => [provider.slug, provider])),
  };
}

function aList(): ServiceList {
  const { city } = MARKETS.de;
  const items = Array.from({ length: 4 }, (_, index) => {
    const { service, slug, name, ...provider } = aProvider(index);
    const { minNoticeMin: _notice, startsMs, ...shown } = service;
    return {
      ...provider,
      ...shown,
      category: 'hair' as const,
      providerSlug: slug,
      providerName: name,
      nextFree: new Date(startsMs[1] ?? 0).toISOString(),
      lat: city.lat,
      lon: city.lon,
      distanceKm: 1.2,
    };
  });
  return { items, total: 4, facets: { categories: {}, price: null } };
}

async function serveJson(bodies: Record<string, unknown>) {
  const texts = new Map(Object.entries(bodies).map(([path, body]) => [path, JSON.stringify(body)]));
  return serve((path) => texts.get(path) ?? '{}', 'application/json');
}

const serveHtml = (render: () => Promise<string>) => serve(render, 'text/html');

async function serve(answer: (path: string) => string | Promise<string>, type: string) {
  const server = createServer(async ({ url = '/' }, response) => {
    const text = await answer(url.split('?')[0] ?? '/');
    const modified = new Date().toUTCString();
    response.writeHead(200, { 'content-type': type, etag: '"1"', 'last-modified': modified });
    response.end(text);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
