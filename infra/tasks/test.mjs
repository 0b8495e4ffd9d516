import './lib/require-node.mjs';

const { buildAll, DEFAULT_PORT } = await import('./lib/build.mjs');
const { JOURNEYS_PORT, runJourneys } = await import('./lib/proof/journeys.mjs');
const { GATES, runGate } = await import('./lib/proof/gates.mjs');
const { prepare } = await import('./lib/prepare.mjs');
const { main } = await import('./lib/steps.mjs');
const { runVitest } = await import('./lib/proof/suites.mjs');
const { createTally } = await import('./lib/proof/tally.mjs');
const { keepTemporaryFilesTogether } = await import('./lib/proof/temporary.mjs');

/** `npm test`: every check there is, on a machine that may have nothing installed. */
await main(async () => {
  keepTemporaryFilesTogether();
  await prepare(['java', 'redis', 'chromium']);
  const tally = createTally();
  await Promise.all(GATES.map((gate) => tally.suite(gate.name, () => runGate(gate))));
  await tally.suite('builds', async () => {
    await buildAll(DEFAULT_PORT, JOURNEYS_PORT);
    return { passed: 1, failed: 0 };
  });
  await tally.suite('unit', () => runVitest('unit-*', 'templates'));
  await tally.suite('integration', () => runVitest('integration'));
  await tally.suite('browser', () => runJourneys());
  tally.finish();
});
