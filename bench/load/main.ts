import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../../infra/tasks/lib/build.mjs';
import { withCloud } from '../../infra/tasks/lib/cloud.mjs';
import { type Run, verdicts } from './check';
import { drive } from './drive';
import { findKnee } from './knee';
import { watchMemory } from './memory';
import { printDriven, printKinds, printTaken } from './report';
import { bookingsByEmail } from './table';
import { Customers } from './visitors/bookings';
import { readCatalogue } from './visitors/catalogue';

const OVERLOAD = 2;

const { values } = parseArgs({
  options: {
    /** How long the load of twice the knee lasts. */
    seconds: { type: 'string', default: '300' },
    /** How long each rate on the way to the knee lasts. */
    step: { type: 'string', default: '10' },
    /** How long the slowest hundredth may take at the knee, in milliseconds. */
    late: { type: 'string', default: '1500' },
    /** Skips the search for the knee. */
    knee: { type: 'string' },
  },
});

const port = Number(process.env.PORT ?? 8080);
const origin = `http://localhost:${port}`;
await buildAll(port);
await withCloud({ port, label: 'Cloud to load' }, loadCloud);

async function loadCloud({ pid, stateDir }: { pid: number; stateDir: string }): Promise<void> {
  const catalogue = await readCatalogue(origin);
  const customers = new Customers(origin, catalogue.offers);
  const visitors = { origin, catalogue, customers };
  const { slugs, offers } = catalogue;
  console.log(`${slugs.length} providers, ${offers.length} times to book; rates upward:`);
  const search = { secondsPerStep: Number(values.step), p99Ms: Number(values.late) };
  const knee = Number(values.knee ?? (await findKnee(visitors, search)));
  console.log(`knee ${knee}/s; twice that for ${values.seconds} s:`);

  const memory = await watchMemory(pid);
  const driven = await drive(visitors, knee * OVERLOAD, Number(values.seconds));
  const { shellLive, ...taken } = await memory.stop();
  printDriven(driven);
  printKinds(driven);
  const unsettled = await customers.settle();
  const environment = JSON.parse(readFileSync(path.join(stateDir, 'environment.json'), 'utf8'));
  const stored = await bookingsByEmail(environment);
  conclude({ driven, customers, unsettled, stored, shellLive });
  printTaken(taken);
}

function conclude(run: Run): void {
  for (const { text, holds } of verdicts(run)) {
    console.log(`  ${holds ? '✓' : '✗'} ${text}`);
    if (!holds) process.exitCode = 1;
  }
}
