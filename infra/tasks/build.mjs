import './lib/require-node.mjs';

const { buildAll, DEFAULT_PORT } = await import('./lib/build.mjs');
const { installPackages } = await import('./lib/install.mjs');
const { main, step } = await import('./lib/steps.mjs');

/** `npm run build`: whatever changed, without starting anything. */
await main(async () => {
  await step('Dependencies', installPackages);
  await buildAll(Number(process.env.PORT ?? DEFAULT_PORT));
});
