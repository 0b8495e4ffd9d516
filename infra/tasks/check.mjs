import './lib/require-node.mjs';

const { GATES, runGate } = await import('./lib/proof/gates.mjs');
const { installPackages } = await import('./lib/install.mjs');
const { main, step } = await import('./lib/steps.mjs');
const { runVitest } = await import('./lib/proof/suites.mjs');
const { createTally } = await import('./lib/proof/tally.mjs');
const { keepTemporaryFilesTogether } = await import('./lib/proof/temporary.mjs');

/** `npm run check`: format, types, boundaries and fast tests, without any service. */
await main(async () => {
  keepTemporaryFilesTogether();
  await step('Dependencies', installPackages);
  const tally = createTally();
  await Promise.all(GATES.map((gate) => tally.suite(gate.name, () => runGate(gate))));
  await tally.suite('unit', () => runVitest('unit-*', 'templates'));
  tally.finish();
});
