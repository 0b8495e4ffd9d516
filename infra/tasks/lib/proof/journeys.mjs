import { buildAll } from '../build.mjs';
import { withCloud } from '../cloud.mjs';
import { runPlaywright } from './suites.mjs';

const PORT = Number(process.env.E2E_PORT ?? 18_080);

/** Builds what changed, boots a fresh cloud, runs the journeys, stops it. */
export async function runJourneys(args = []) {
  await buildAll(PORT);
  return withCloud({ port: PORT, label: 'Cloud for the browser tests' }, () =>
    runPlaywright(`http://localhost:${PORT}`, args),
  );
}
