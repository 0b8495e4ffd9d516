import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../support/cloud/edits';
import { checkHistory } from './checker/check';
import { readHistory } from './history/file';
import { PLANTED_BUGS } from './planted/bugs';
import { tryPlanted } from './planted/try';
import { LONG, SHORT } from './run/pace';
import { recordHistory } from './run/run';
import { printSummary } from './run/summary';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    attempts: { type: 'string', default: '200' },
    clients: { type: 'string', default: '16' },
    seed: { type: 'string', default: '1' },
    faults: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    planted: { type: 'boolean', default: false },
    check: { type: 'string' },
  },
});
const seed = Number(values.seed);
const pace = values.quick ? SHORT : LONG;
const path = values.check ?? join(ROOT, '.local/bench', `history-${seed}.jsonl`);
const startedMs = performance.now();
/** The first interrupt ends the run with the current round, the second at once. */
let isInterrupted = false;
process.once('SIGINT', () => {
  isInterrupted = true;
});

if (values.planted) await tryAllPlanted();
else await recordAndCheck();

async function recordAndCheck(): Promise<void> {
  if (values.check === undefined) await record();
  const lines = readHistory(path);
  const anomalies = checkHistory(lines);
  printSummary(lines, anomalies);
  process.exitCode = anomalies.length > 0 ? 1 : 0;
}

async function record(): Promise<void> {
  await recordHistory({
    name: 'history',
    path,
    seed,
    rounds: Number(values.rounds),
    attempts: Number(values.attempts),
    clients: Number(values.clients),
    timing: pace.timing,
    ...(values.faults && { faults: pace.faults }),
    onRound: (round) => {
      process.stdout.write(`\rround ${round + 1} of ${values.rounds}`);
      return !isInterrupted;
    },
  });
  console.log(`\nrecorded in ${((performance.now() - startedMs) / 1000).toFixed(0)} s: ${path}`);
}

/** Every planted bug must be found. */
async function tryAllPlanted(): Promise<void> {
  for (const bug of PLANTED_BUGS) {
    const anomalies = await tryPlanted(bug, path, seed);
    const kinds = new Set(anomalies.map(({ kind }) => kind));
    const isFound = kinds.has(bug.expected);
    console.log(`${isFound ? 'found ' : 'MISSED'} ${bug.name}: ${[...kinds].join(', ')}`);
    if (!isFound) process.exitCode = 1;
  }
}
