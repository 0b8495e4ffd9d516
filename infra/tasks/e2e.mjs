import './lib/require-node.mjs';

const { requireSystem } = await import('./lib/debian.mjs');
const { runJourneys } = await import('./lib/proof/journeys.mjs');
const { installPackages } = await import('./lib/install.mjs');
const { main, step } = await import('./lib/steps.mjs');
const { createTally } = await import('./lib/proof/tally.mjs');
const { keepTemporaryFilesTogether } = await import('./lib/proof/temporary.mjs');

/** `npm run e2e -- <playwright arguments>`: the browser journeys alone. */
await main(async () => {
  keepTemporaryFilesTogether();
  await step('System packages', () => requireSystem(['java', 'redis', 'chromium']));
  await step('Dependencies', installPackages);
  const tally = createTally();
  await tally.suite('browser', () => runJourneys(process.argv.slice(2)));
  tally.finish();
});
