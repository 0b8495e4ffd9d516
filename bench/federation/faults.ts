import { aStand, BENCHED, type BenchedSlice, type Stand } from './stand';
import { cloneOf } from './stand/clones';
import type { Shell } from './stand/shell';
import { FAULTS, type Fault } from './stand/store';
import { percentileMs, type Visit, visibleHtml, visit, visits } from './stand/visits';

const VISITS = 60;
const PARALLEL = 4;
const RECOVERY_LIMIT_MS = 10_000;

interface Outcome {
  slice: BenchedSlice;
  fault: Fault;
  moment: 'at start' | 'mid-flight';
  ok: string;
  addedP99Ms: number;
  firstMs: number;
  othersSame: boolean;
  recoveryMs: number;
}

const pageOf = (shell: Shell, { pages }: Stand, slice: BenchedSlice) =>
  visit(shell.url + pages[slice].path, pages[slice].headers);

const everyPage = (shell: Shell, stand: Stand) =>
  visits(VISITS, PARALLEL, (index) =>
    pageOf(shell, stand, BENCHED[index % BENCHED.length] ?? 'mf-catalog'),
  );

/** What the pages of the other slices look like. */
async function looks(shell: Shell, stand: Stand, except: BenchedSlice): Promise<string> {
  const others = BENCHED.filter((slice) => slice !== except);
  const pages = await Promise.all(others.map((slice) => pageOf(shell, stand, slice)));
  return pages.map(({ html }) => visibleHtml(html)).join('\n');
}

async function untilServed(shell: Shell, stand: Stand, slice: BenchedSlice, release: string) {
  const startedMs = performance.now();
  while (performance.now() - startedMs < RECOVERY_LIMIT_MS) {
    const { html } = await pageOf(shell, stand, slice);
    if (html.includes(`data-slice="${slice}" data-release="${release}" data-slot="ready"`)) {
      return performance.now() - startedMs;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return Number.POSITIVE_INFINITY;
}

const okShare = (all: Visit[]) =>
  `${all.filter(({ status }) => status === 200).length}/${all.length}`;

/** A release of a slice is broken while the shell has another in memory, or has none yet. */
async function tryFault(
  stand: Stand,
  slice: BenchedSlice,
  fault: Fault,
  moment: Outcome['moment'],
  running: { shell: Shell; healthyP99Ms: number; looks: string },
  release: string,
): Promise<Outcome> {
  const { store, originals } = stand;
  if (moment === 'mid-flight') {
    store.add(slice, release, cloneOf(originals[slice], { release }));
  }
  store.break(slice, fault);
  const shell = moment === 'at start' ? await stand.startShell() : running.shell;
  const first = await pageOf(shell, stand, slice);
  const all = await everyPage(shell, stand);
  const othersSame = (await looks(shell, stand, slice)) === running.looks;
  store.heal();
  const recoveryMs = await untilServed(shell, stand, slice, release);
  if (moment === 'at start') await shell.stop();
  return {
    slice,
    fault,
    moment,
    ok: okShare([first, ...all]),
    addedP99Ms: percentileMs(all, 0.99) - running.healthyP99Ms,
    firstMs: first.ms,
    othersSame,
    recoveryMs,
  };
}

function print({ slice, fault, moment, ...figures }: Outcome): void {
  const { ok, addedP99Ms, firstMs, othersSame, recoveryMs } = figures;
  console.log(
    [
      slice.padEnd(19),
      fault.padEnd(15),
      moment.padEnd(11),
      `${ok} answered 200`,
      `p99 ${addedP99Ms >= 0 ? '+' : ''}${addedP99Ms.toFixed(0)} ms`.padEnd(13),
      `first ${firstMs.toFixed(0)} ms`.padEnd(14),
      othersSame ? 'others the same' : 'OTHERS DIFFER',
      `recovered in ${recoveryMs.toFixed(0)} ms`,
    ].join('  '),
  );
}

const stand = await aStand();
const shell = await stand.startShell();
for (const slice of BENCHED) await untilServed(shell, stand, slice, 'first');
await everyPage(shell, stand);
const healthyP99Ms = percentileMs(await everyPage(shell, stand), 0.99);
console.log(
  `Healthy: p99 ${healthyP99Ms.toFixed(0)} ms over ${VISITS} pages, ${PARALLEL} at a time`,
);
let count = 0;
for (const slice of BENCHED) {
  for (const fault of FAULTS) {
    for (const moment of ['mid-flight', 'at start'] as const) {
      count += moment === 'mid-flight' ? 1 : 0;
      const before = await looks(shell, stand, slice);
      const running = { shell, healthyP99Ms, looks: before };
      print(await tryFault(stand, slice, fault, moment, running, `fault${count}`));
    }
  }
}
await shell.stop();
stand.close();
