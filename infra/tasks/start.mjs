import './lib/require-node.mjs';

const { join } = await import('node:path');
const { parseArgs } = await import('node:util');
const { buildAll, DEFAULT_PORT } = await import('./lib/build.mjs');
const { requireFreePort, spawnCloud } = await import('./lib/cloud.mjs');
const { LOCAL_DIR } = await import('./lib/paths.mjs');
const { prepare } = await import('./lib/prepare.mjs');
const { main } = await import('./lib/steps.mjs');

/** `npm start`: from a fresh clone to a marketplace in the browser. */
await main(async () => {
  const { values } = parseArgs({
    options: { fresh: { type: 'boolean' }, dev: { type: 'boolean' } },
  });
  const port = Number(process.env.PORT ?? DEFAULT_PORT);
  await requireFreePort(port);
  await prepare(['java', 'redis']);
  await buildAll(port);
  const args = Object.keys(values).map((name) => `--${name}`);
  const cloud = spawnCloud({ port, stateDir: join(LOCAL_DIR, 'state'), args });
  // Ctrl-C reaches the cloud directly too; this process waits for it to stop its children.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => cloud.child.kill('SIGTERM'));
  process.exitCode = await cloud.exited;
});
