import { buildAll } from '../build.mjs';
import { withCloud } from '../cloud.mjs';
import { runPlaywright } from './suites.mjs';

/** The public port of the cloud that journeys have to themselves. */
export const JOURNEYS_PORT = Number(process.env.E2E_PORT ?? 18_080);

/** Builds what changed, boots a fresh cloud, runs the journeys, stops it. */
export async function runJourneys(args = []) {
  await buildAll(JOURNEYS_PORT);
  return withCloud({ port: JOURNEYS_PORT, label: 'Cloud for the browser tests' }, () =>
    runPlaywright(`http://localhost:${JOURNEYS_PORT}`, args),
  );
}
