import type { Page } from '@playwright/test';
import { startBrowser } from './compare/browser';
import { startFront } from './compare/front';
import { aStand } from './stand';
import { buildVariant, prepareVariants, wordsOf } from './stand/built';
import { type Visit, visit } from './stand/visits';

const RELEASES = Number(process.env.RELEASES ?? 50);
const PARALLEL = 3;
const SERVED_LIMIT_MS = 60_000;
/** Releases until the shell holds as many as it ever will: from then on its heap must not grow. */
const WARM_RELEASES = 10;
const BYTES_PER_MB = 1024 * 1024;
const NAMED = /data-slice="mf-catalog" data-release="([^"]+)"/;
const SAYS_HELLO = /Release \S+ says hello/;

/** A page is whole when it shows the text of the release that it names. */
function isWhole(html: string): boolean {
  const release = NAMED.exec(html)?.[1] ?? '';
  return release === 'first' ? !SAYS_HELLO.test(html) : html.includes(wordsOf(release));
}

const stand = await aStand();
const shell = await stand.startShell();
const browserFiles = await stand.browserFiles();
const front = await startFront(shell.url, browserFiles);
const browser = await startBrowser();
const tally = { requests: 0, errors: 0, mismatches: 0, browserFaults: 0 };
const visitHome = () => visit(shell.url);

function count({ status, html }: Visit): void {
  tally.requests += 1;
  if (status !== 200) tally.errors += 1;
  else if (!isWhole(html)) tally.mismatches += 1;
}

/** Opens the page as a visitor who touches it: what was hydrated must be the release that the page names, without a complaint. */
async function openInBrowser(release: string): Promise<void> {
  const page: Page = await browser.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/hydrat|React error|integrity/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(front.url, { waitUntil: 'load' });
  const link = page.locator('[data-slice] a[href]').last();
  await link.dispatchEvent('touchstart');
  await page.waitForFunction(
    `(() => { const all = document.querySelectorAll('[data-slice] a[href]');
      return Object.keys(all[all.length - 1]).some((key) => key.startsWith('__reactProps$')); })()`,
  );
  const html = await page.content();
  if (NAMED.exec(html)?.[1] !== release || !isWhole(html)) complaints.push('mixed releases');
  if (complaints.length > 0) {
    tally.browserFaults += 1;
    console.log(`${release} in a browser: ${complaints.join('; ')}`);
  }
  await page.close();
}

async function untilServed(release: string): Promise<number> {
  const startedMs = performance.now();
  while (NAMED.exec((await visitHome()).html)?.[1] !== release) {
    if (performance.now() - startedMs > SERVED_LIMIT_MS) {
      throw new Error(`${release} is not served`);
    }
  }
  return performance.now() - startedMs;
}

const startedMs = performance.now();
await prepareVariants();
await visitHome();
let isDone = false;
const load = Array.from({ length: PARALLEL }, async () => {
  while (!isDone) {
    count(await visitHome());
    // The builds need something of the machine too.
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});
const heaps: number[] = [];
const servedMs: number[] = [];
for (let number = 1; number <= RELEASES; number += 1) {
  const release = `swap${number}`;
  const built = await buildVariant(release);
  for (const [name, content] of built.browser) browserFiles.set(name, content);
  stand.store.add('mf-catalog', release, built.server);
  servedMs.push(await untilServed(release));
  await openInBrowser(release);
  stand.store.forget('mf-catalog', `swap${number - 1}`);
  heaps.push(await shell.liveBytes());
  const heapMb = ((heaps.at(-1) ?? 0) / BYTES_PER_MB).toFixed(1);
  const { requests, errors, mismatches } = tally;
  console.log(
    `${release}: served after ${servedMs.at(-1)?.toFixed(0)} ms, heap ${heapMb} MB; until now ${requests} pages, ${errors} errors, ${mismatches} mixed`,
  );
}
isDone = true;
await Promise.all(load);
const warm = Math.min(WARM_RELEASES, RELEASES) - 1;
const growth = ((heaps.at(-1) ?? 0) - (heaps[warm] ?? 0)) / BYTES_PER_MB;
const growthMb = growth / Math.max(1, RELEASES - 1 - warm);
const sorted = servedMs.toSorted((one, other) => one - other);
const minutes = (performance.now() - startedMs) / 60_000;
console.log(
  `${RELEASES} builds of mf-catalog under load in ${minutes.toFixed(1)} minutes: ${tally.requests} pages`,
);
console.log(`  errors ${tally.errors}, pages that mix releases ${tally.mismatches}`);
console.log(`  faults seen in a browser ${tally.browserFaults}`);
console.log(`  heap ${growthMb.toFixed(2)} MB a release, from the ${warm + 1}th to the last`);
console.log(
  `  served after ${sorted[Math.floor(RELEASES / 2)]?.toFixed(0)} ms (median), ${sorted.at(-1)?.toFixed(0)} ms (worst)`,
);
await browser.close();
front.close();
await shell.stop();
stand.close();
