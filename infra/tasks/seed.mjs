import './lib/require-node.mjs';

const { readFile } = await import('node:fs/promises');
const { join } = await import('node:path');
const { LOCAL_DIR, NODE } = await import('./lib/paths.mjs');
const { must, Sentence } = await import('./lib/run.mjs');
const { main, step } = await import('./lib/steps.mjs');

/** `npm run seed`: fills the cloud that `npm start` runs with the believable catalogue. */
await main(async () => {
  const path = join(LOCAL_DIR, 'state/environment.json');
  const environment = await readFile(path, 'utf8').catch(() => {
    throw new Sentence('There is no local cloud to fill: run `npm start` first.');
  });
  const args = ['--import', 'tsx', 'services/shared/seed/main.ts'];
  await step('Seed', async () => {
    await must(NODE, args, { env: JSON.parse(environment) });
  });
});
