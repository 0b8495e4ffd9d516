import { aStand } from './stand';
import { cloneOf } from './stand/clones';
import { type Visit, visit } from './stand/visits';

const RELEASES = 50;
const PARALLEL = 3;
const SERVED_LIMIT_MS = 60_000;
const HEADING = 'Someone good, close by, at a time that suits you';
const BYTES_PER_MB = 1024 * 1024;
const NAMED = /data-slice="mf-catalog" data-release="([^"]+)"/;

const words = (release: string) => `Release ${release} says hello`;

/** A page is whole when it shows the text of the release that it names. */
function isWhole({ html }: Visit): boolean {
  const release = NAMED.exec(html)?.[1] ?? '';
  return html.includes(release === 'first' ? HEADING : words(release));
}

const stand = await aStand();
const shell = await stand.startShell();
const page = () => visit(shell.url);
await page();
const tally = { requests: 0, errors: 0, mismatches: 0 };
let isDone = false;
const load = Array.from({ length: PARALLEL }, async () => {
  while (!isDone) {
    const seen = await page();
    tally.requests += 1;
    if (seen.status !== 200) tally.errors += 1;
    else if (!isWhole(seen)) tally.mismatches += 1;
  }
});

const heaps: number[] = [];
const servedMs: number[] = [];
for (let count = 1; count <= RELEASES; count += 1) {
  const release = `swap${count}`;
  const replace: [string, string] = [HEADING, words(release)];
  const files = cloneOf(stand.originals['mf-catalog'], { release, replace });
  const startedMs = performance.now();
  stand.store.add('mf-catalog', release, files);
  while (NAMED.exec((await page()).html)?.[1] !== release) {
    if (performance.now() - startedMs > SERVED_LIMIT_MS)
      throw new Error(`${release} is not served`);
  }
  servedMs.push(performance.now() - startedMs);
  stand.store.forget('mf-catalog', `swap${count - 1}`);
  heaps.push(await shell.heapBytes());
}
isDone = true;
await Promise.all(load);
const from = heaps[9] ?? 0;
const growthMb = ((heaps.at(-1) ?? 0) - from) / BYTES_PER_MB / (RELEASES - 10);
const sorted = servedMs.toSorted((one, other) => one - other);
console.log(`${RELEASES} releases of mf-catalog under load: ${tally.requests} pages`);
console.log(`  errors ${tally.errors}, pages that mix releases ${tally.mismatches}`);
console.log(`  heap ${growthMb.toFixed(2)} MB a release (from the 10th to the last)`);
console.log(
  `  served after ${sorted[Math.floor(RELEASES / 2)]?.toFixed(0)} ms (median), ${sorted.at(-1)?.toFixed(0)} ms (worst)`,
);
await shell.stop();
stand.close();
