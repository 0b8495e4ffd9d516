import './lib/require-node.mjs';

const { runJourneys } = await import('./lib/proof/journeys.mjs');
const { prepare } = await import('./lib/prepare.mjs');
const { main } = await import('./lib/steps.mjs');
const { createTally } = await import('./lib/proof/tally.mjs');
const { keepTemporaryFilesTogether } = await import('./lib/proof/temporary.mjs');

/** `npm run e2e -- <playwright arguments>`: the browser journeys alone. */
await main(async () => {
  keepTemporaryFilesTogether();
  await prepare(['java', 'redis', 'chromium']);
  const tally = createTally();
  await tally.suite('browser', () => runJourneys(process.argv.slice(2)));
  tally.finish();
});
