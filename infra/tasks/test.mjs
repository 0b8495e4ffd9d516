import './lib/require-node.mjs';

const { buildCloud, DEFAULT_PORT } = await import('./lib/build.mjs');
const { requireSystem } = await import('./lib/debian.mjs');
const { runJourneys } = await import('./lib/proof/journeys.mjs');
const { GATES, runGate } = await import('./lib/proof/gates.mjs');
const { installPackages } = await import('./lib/install.mjs');
const { main, step } = await import('./lib/steps.mjs');
const { runVitest } = await import('./lib/proof/suites.mjs');
const { createTally } = await import('./lib/proof/tally.mjs');
const { keepTemporaryFilesTogether } = await import('./lib/proof/temporary.mjs');

/** `npm test`: every check there is, on a machine that may have nothing installed. */
await main(async () => {
  keepTemporaryFilesTogether();
  await step('System packages', () => requireSystem(['java', 'redis', 'chromium']));
  await step('Dependencies', installPackages);
  const tally = createTally();
  await Promise.all(GATES.map((gate) => tally.suite(gate.name, () => runGate(gate))));
  await tally.suite('builds', async () => {
    await buildCloud(DEFAULT_PORT);
    return { passed: 1, failed: 0 };
  });
  await tally.suite('unit', () => runVitest('unit', 'templates'));
  await tally.suite('integration', () => runVitest('integration'));
  await tally.suite('browser', () => runJourneys());
  tally.finish();
});
