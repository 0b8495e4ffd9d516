import type { Browser } from '@playwright/test';
import { median } from '../../support/percentiles';
import { aStand } from '../stand';
import { visit, visits } from '../stand/visits';
import { hydratedMs, type PageScripts, type Script, scriptsOf, startBrowser } from './browser';
import { type Contestant, federated, monolith } from './servers';

const HOME = '/';
const WARM_VISITS = 150;
const BLOCK_VISITS = 60;
const BLOCKS = 16;
const PARALLEL = 4;
const OPENINGS = 7;
const BYTES_PER_KB = 1_000;
const HOME_LIMIT_KB = 110;

/** A figure of both, what they are to each other, and what they should be. */
interface Row {
  what: string;
  unit: string;
  ours: number;
  peer: number;
  ratio: number;
  aim: number;
}

type Pair = [ours: Contestant, peer: Contestant];

async function load({ server }: Contestant, count: number): Promise<void> {
  const all = await visits(count, PARALLEL, () => visit(server.url + HOME));
  const failed = all.filter(({ status }) => status !== 200);
  if (failed.length > 0) throw new Error(`${failed.length} pages were not 200`);
}

/** Processor time of a page, in turns and each first as often, so that a drifting machine is fair to both. */
async function cpuPerRequest(pair: Pair): Promise<Row> {
  for (const contestant of pair) await load(contestant, WARM_VISITS);
  const blocks: Paired[] = [];
  for (let block = 0; block < BLOCKS; block += 1) {
    blocks.push(block % 2 === 0 ? await cpuOfBoth(pair) : swapped(await cpuOfBoth(swapped(pair))));
  }
  return { what: 'CPU a request', unit: 'ms', ...compared(blocks), aim: 1.05 };
}

async function cpuOfBoth([one, other]: Pair): Promise<Paired> {
  return [await cpuOfBlock(one), await cpuOfBlock(other)];
}

const swapped = <Item>([one, other]: [Item, Item]): [Item, Item] => [other, one];

async function cpuOfBlock(contestant: Contestant): Promise<number> {
  const beforeMs = await contestant.server.cpuMs();
  await load(contestant, BLOCK_VISITS);
  return ((await contestant.server.cpuMs()) - beforeMs) / BLOCK_VISITS;
}

type Paired = [ours: number, peer: number];

/** Medians of both, and of what each pair was to each other. */
function compared(pairs: Paired[]) {
  return {
    ours: median(pairs.map(([ours]) => ours)),
    peer: median(pairs.map(([, peer]) => peer)),
    ratio: median(pairs.map(([ours, peer]) => ours / peer)),
  };
}

async function hydration(browser: Browser, pair: Pair): Promise<Row> {
  const openings: Paired[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    openings.push([
      await hydratedMs(browser, pair[0].front.url + HOME),
      await hydratedMs(browser, pair[1].front.url + HOME),
    ]);
  }
  return { what: 'hydrated, slow 4G, 4× CPU', unit: 'ms', ...compared(openings), aim: 1.15 };
}

function javaScript(when: keyof PageScripts, pages: readonly [PageScripts, PageScripts]): Row {
  const [ours, peer] = [kiloBytes(pages[0][when]), kiloBytes(pages[1][when])];
  return {
    what: `home, JavaScript, ${when}`,
    unit: 'kB gzip',
    ours,
    peer,
    ratio: ours / peer,
    aim: 1.1,
  };
}

const kiloBytes = (scripts: Script[]) =>
  scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) / BYTES_PER_KB;

function print({ what, unit, ours, peer, ratio, aim }: Row): void {
  const figures = `${ours.toFixed(1)} ${unit} against ${peer.toFixed(1)} ${unit}`;
  console.log(`${what.padEnd(28)}${figures.padEnd(36)}${ratio.toFixed(3)}  (aim ${aim})`);
}

function printScripts(name: string, scripts: Script[]): void {
  console.log(`  ${name}`);
  for (const { path, gzipBytes } of scripts.toSorted((a, b) => b.gzipBytes - a.gzipBytes)) {
    console.log(`  ${(gzipBytes / BYTES_PER_KB).toFixed(1).padStart(6)} kB  ${path}`);
  }
}

const stand = await aStand();
const browser = await startBrowser();
const pair: Pair = [await federated(stand), await monolith(stand)];
try {
  const scripts = [
    await scriptsOf(browser, pair[0].front.url + HOME),
    await scriptsOf(browser, pair[1].front.url + HOME),
  ] as const;
  const rows = [
    await cpuPerRequest(pair),
    javaScript('untouched', scripts),
    javaScript('touched', scripts),
    await hydration(browser, pair),
  ];
  console.log('Federated against a monolith of the same components');
  for (const row of rows) print(row);
  const atFirst = kiloBytes(scripts[0].untouched).toFixed(1);
  console.log(`${'home page JavaScript'.padEnd(28)}${atFirst} kB gzip (aim ${HOME_LIMIT_KB})`);
  for (const [index, { touched }] of scripts.entries())
    printScripts(pair[index]?.name ?? '', touched);
} finally {
  await browser.close();
  for (const { server, front } of pair) {
    front.close();
    await server.stop();
  }
  stand.close();
}
