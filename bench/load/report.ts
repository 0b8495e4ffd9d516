import type { Driven } from './drive';
import type { Growth } from './memory';
import { total } from './tally';
import { KINDS } from './visitors/mix';

/** One line a rate. */
export function printDriven({ askedPerSecond, tally, lost, ...driven }: Driven): void {
  console.log(
    [
      `  ${String(askedPerSecond).padStart(4)}/s`,
      `answered ${driven.answeredPerSecond.toFixed(1)}/s`,
      `p50 ${driven.p50Ms} ms`,
      `p99 ${driven.p99Ms} ms`,
      `sent away ${total(tally, 'shed')}`,
      `wrong ${total(tally, 'wrong')}`,
      `lost ${lost}`,
    ].join('  '),
  );
}

/** What came of each kind of request. */
export function printKinds({ tally }: Driven): void {
  console.table(Object.fromEntries(KINDS.map((kind) => [kind, tally[kind]])));
  for (const example of tally.examples) console.log(`  wrong: ${example}`);
}

/** What processes have taken from the system: a heap that is used hard takes more, and gives back late. */
export function printTaken(taken: Record<'shell' | 'cloud', Growth>): void {
  const lines = Object.entries(taken).map(
    ([name, { firstMb, lastMb }]) => `${name} ${firstMb} to ${lastMb} MB`,
  );
  console.log(`  taken from the system, first minute to last: ${lines.join(', ')}`);
}
