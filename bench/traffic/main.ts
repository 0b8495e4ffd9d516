import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { JourneyTraffic } from '../../infra/cost/journey-traffic';
import { buildAll } from '../../infra/tasks/lib/build.mjs';
import { withCloud } from '../../infra/tasks/lib/cloud.mjs';
import { startBrowser } from '../federation/compare/browser';
import { ROOT } from '../support/cloud/edits';
import { sourceOf, trafficOf, webhookOf } from './figures';
import { followReports } from './function-reports';
import { NAMES, type Rounds, walkAll } from './rounds';

const FILE = 'infra/cost/traffic-units.ts';

const port = Number(process.env.PORT ?? 8080);
await buildAll(port);
await withCloud({ port, label: 'Cloud to visit' }, async ({ stateDir }) => {
  const browser = await startBrowser();
  try {
    const reports = followReports(`${stateDir}.log`);
    conclude(await walkAll({ browser, reports, origin: `http://localhost:${port}` }));
  } finally {
    await browser.close();
  }
});

function conclude(rounds: Rounds): void {
  const pages = NAMES.map((name) => [name, trafficOf(rounds[name])] as const);
  const figures = [...pages, ['webhook', webhookOf(rounds.booking)] as const];
  console.table(Object.fromEntries(figures.map(([name, traffic]) => [name, rowOf(traffic)])));
  const [cpu] = cpus();
  const machine = `${cpus().length} cores (${cpu?.model.trim()})`;
  writeFileSync(join(ROOT, FILE), sourceOf(Object.fromEntries(figures), machine));
  execFileSync(join(ROOT, 'node_modules/.bin/biome'), ['check', '--write', FILE], { cwd: ROOT });
  console.log(`Written to ${FILE}, which \`npm run cost\` reads.`);
}

/** Whoever comes first / whoever comes again or after. */
function rowOf({ requests, kb, renders, shellRequests, shellMs, functions }: JourneyTraffic) {
  const pair = (one: number, other: number) => `${one} / ${other}`;
  const both = ({ missed, known }: typeof renders) => pair(missed, known);
  return {
    requests: pair(requests.fresh, requests.again),
    kB: pair(kb.fresh, kb.again),
    renders: both(renders),
    'asked of the shell': both(shellRequests),
    'shell ms': both(shellMs),
    functions: Object.entries(functions)
      .map(([name, { calls, ms }]) => `${name} ${both(calls)} in ${both(ms)} ms`)
      .join(', '),
  };
}
