import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { inMicroseconds, inMilliseconds } from '../support/percentiles';
import { measureChange } from './change-to-html';
import { builtInto, measureAuth, measureLoads, measureRouter } from './functions';
import { hitRatios } from './hit-ratio';
import { measureNearYou, nearYouMemory } from './near-you';
import { buildCognitoAtEdge } from './peers/cognito-at-edge';

const ROOT = join(import.meta.dirname, '../..');
const KB = 1024;
/** As the template says. */
const NEAR_YOU_MB = 128;

const print = (what: string, ours: string, elsewhere = '–') =>
  console.log(`${what.padEnd(46)} ${ours.padEnd(24)} ${elsewhere}`);

/** Everything that can be measured without a cloud; with the origin of a running one, the rest too. */
async function main(origin: string | undefined): Promise<void> {
  const dir = mkdtempSync(join(ROOT, 'node_modules/.cache-bench-edge-'));
  try {
    const edge = await builtInto(dir);
    const peer = await buildCognitoAtEdge(dir);
    console.log(`Load of the machine at the start: ${loadavg()[0]?.toFixed(1)}`);
    print('what', 'here', 'elsewhere');
    print(
      'viewer-auth, whole handler, p50 / p99',
      inMicroseconds(await measureAuth(edge.lambda('viewer-auth'))),
    );
    const kb = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`;
    print(
      'viewer-auth, bundle',
      kb(edge.bytesOf('viewer-auth/index.cjs')),
      `cognito-at-edge ${kb(peer.bytes)}`,
    );
    const loads = measureLoads(edge.fileOf('viewer-auth'), peer.file);
    print(
      'viewer-auth, time to load, p50 / p99',
      inMilliseconds(loads.ours),
      `cognito-at-edge ${inMilliseconds(loads.peer)}`,
    );
    print(
      'viewer-router, p50 / p99',
      inMicroseconds(await measureRouter(edge.code('viewer-router'))),
    );
    const { market, country, none } = hitRatios();
    print(
      'hit ratio, by market ÷ without geo',
      (market / none).toFixed(4),
      `by country ÷ without geo ${(country / none).toFixed(4)}`,
    );
    print(
      '  the ratios themselves',
      `${market.toFixed(4)} / ${none.toFixed(4)}`,
      `by country ${country.toFixed(4)}`,
    );
    const near = await measureNearYou(edge.lambda('near-you'));
    print(
      'near-you, render, p50 / p99',
      inMilliseconds(near.handler),
      `${kb(near.bytes)} of HTML and data`,
    );
    print(
      'near-you, over HTTP, p50 / p99',
      inMilliseconds(near.edgeHttp),
      `Next ${inMilliseconds(near.nextHttp)}`,
    );
    const memory = await nearYouMemory(edge.fileOf('near-you'), NEAR_YOU_MB);
    print(
      'near-you, most memory of its process',
      `${(memory / KB ** 2).toFixed(0)} MB`,
      `${NEAR_YOU_MB} MB is what it has`,
    );
    if (origin === undefined)
      console.log(
        'change → new HTML: npm run edge -w bench -- http://localhost:8080, beside a running cloud',
      );
    else
      print('provider change → new HTML, p50 / p99', inMilliseconds(await measureChange(origin)));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

await main(process.argv[2]);
