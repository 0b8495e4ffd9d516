import { median } from '../support/percentiles';
import { aStand, BENCHED, type BenchedSlice, type Stand } from './stand';
import { cloneOf } from './stand/clones';
import type { Shell } from './stand/shell';
import { FAULTS, type Fault } from './stand/store';
import { percentileMs, type Visit, visibleHtml, visit, visits } from './stand/visits';

const VISITS = 60;
const PARALLEL = 4;
/** Starts, with a fault and without: one that is busy with something else should not speak for all. */
const STARTS = 3;
const RECOVERY_LIMIT_MS = 10_000;

interface Outcome {
  slice: BenchedSlice;
  fault: Fault;
  moment: 'at start' | 'mid-flight';
  /** Visits, and those that were answered with 200. */
  asked: number;
  answered: number;
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

/** Visits from the first on, which is of the slice that is looked at. */
async function visited(shell: Shell, stand: Stand, slice: BenchedSlice): Promise<Visit[]> {
  const first = await pageOf(shell, stand, slice);
  return [first, ...(await everyPage(shell, stand))];
}

const p99Of = (all: Visit[]) => percentileMs(all, 0.99);

/** What the pages of a shell that has just started take when nothing is broken. */
async function healthyStartP99Ms(stand: Stand, slice: BenchedSlice): Promise<number> {
  const p99s: number[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const shell = await stand.startShell();
    p99s.push(p99Of(await visited(shell, stand, slice)));
    await shell.stop();
  }
  return median(p99s);
}

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
  const all = await visited(shell, stand, slice);
  const othersSame = (await looks(shell, stand, slice)) === running.looks;
  store.heal();
  const recoveryMs = await untilServed(shell, stand, slice, release);
  if (moment === 'at start') await shell.stop();
  return {
    slice,
    fault,
    moment,
    asked: all.length,
    answered: all.filter(({ status }) => status === 200).length,
    addedP99Ms: p99Of(all) - running.healthyP99Ms,
    firstMs: all[0]?.ms ?? 0,
    othersSame,
    recoveryMs,
  };
}

/** Several tries as one: what pages take in the median, everything else at its worst. */
function asOne(tries: Outcome[]): Outcome | undefined {
  const [first] = tries;
  if (!first) return undefined;
  const sum = (figure: 'asked' | 'answered') =>
    tries.reduce((total, outcome) => total + outcome[figure], 0);
  return {
    ...first,
    asked: sum('asked'),
    answered: sum('answered'),
    addedP99Ms: median(tries.map(({ addedP99Ms }) => addedP99Ms)),
    firstMs: Math.max(...tries.map(({ firstMs }) => firstMs)),
    othersSame: tries.every(({ othersSame }) => othersSame),
    recoveryMs: Math.max(...tries.map(({ recoveryMs }) => recoveryMs)),
  };
}

function print({ slice, fault, moment, ...figures }: Outcome): void {
  const { asked, answered, addedP99Ms, firstMs, othersSame, recoveryMs } = figures;
  console.log(
    [
      slice.padEnd(19),
      fault.padEnd(15),
      moment.padEnd(11),
      `${answered}/${asked} answered 200`.padEnd(20),
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
let count = 0;
for (const slice of BENCHED) {
  const startP99Ms = await healthyStartP99Ms(stand, slice);
  console.log(`${slice}, healthy at start: p99 ${startP99Ms.toFixed(0)} ms`);
  for (const fault of FAULTS) {
    count += 1;
    const release = `fault${count}`;
    const looksBefore = await looks(shell, stand, slice);
    const runningP99Ms = p99Of(await visited(shell, stand, slice));
    for (const moment of ['mid-flight', 'at start'] as const) {
      const healthyP99Ms = moment === 'at start' ? startP99Ms : runningP99Ms;
      const running = { shell, healthyP99Ms, looks: looksBefore };
      const tries: Outcome[] = [];
      for (let start = 0; start < (moment === 'at start' ? STARTS : 1); start += 1) {
        tries.push(await tryFault(stand, slice, fault, moment, running, release));
      }
      const outcome = asOne(tries);
      if (outcome) print(outcome);
    }
  }
}
await shell.stop();
stand.close();
