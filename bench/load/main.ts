import { parseArgs } from 'node:util';
import { type Run, verdicts } from './check';
import { bootCloud } from './cloud';
import { drive } from './drive';
import { findKnee } from './knee';
import { watchMemory } from './memory';
import { printDriven, printKinds } from './report';
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

const cloud = await bootCloud(Number(process.env.PORT ?? 8080));
try {
  const catalogue = await readCatalogue(cloud.origin);
  const customers = new Customers(cloud.origin, catalogue.offers);
  const visitors = { origin: cloud.origin, catalogue, customers };
  const { slugs, offers } = catalogue;
  console.log(`${slugs.length} providers, ${offers.length} times to book; rates upward:`);
  const search = { secondsPerStep: Number(values.step), p99Ms: Number(values.late) };
  const knee = Number(values.knee ?? (await findKnee(visitors, search)));
  console.log(`knee ${knee}/s; twice that for ${values.seconds} s:`);

  const memory = watchMemory(cloud.pid);
  const driven = await drive(visitors, knee * OVERLOAD, Number(values.seconds));
  const grown = memory.stop();
  printDriven(driven);
  printKinds(driven);
  const unsettled = await customers.settle();
  const stored = await bookingsByEmail(cloud.environment);
  conclude({ driven, customers, unsettled, stored, memory: grown });
} finally {
  await cloud.stop();
}

function conclude(run: Run): void {
  for (const { text, holds } of verdicts(run)) {
    console.log(`  ${holds ? '✓' : '✗'} ${text}`);
    if (!holds) process.exitCode = 1;
  }
}
