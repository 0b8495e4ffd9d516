import './lib/require-node.mjs';

const { requireSystem } = await import('./lib/debian.mjs');
const { runJourneys } = await import('./lib/proof/journeys.mjs');
const { installPackages } = await import('./lib/install.mjs');
const { main, step } = await import('./lib/steps.mjs');
const { createTally } = await import('./lib/proof/tally.mjs');

/** `npm run e2e -- <playwright arguments>`: the browser journeys alone. */
await main(async () => {
  await step('System packages', () => requireSystem(['java', 'redis', 'chromium']));
  await step('Dependencies', installPackages);
  const tally = createTally();
  await tally.suite('browser', () => runJourneys(process.argv.slice(2)));
  tally.finish();
});
