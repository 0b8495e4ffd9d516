import { join } from 'node:path';
import { build } from 'esbuild';

/** CommonJS dependencies call `require`, which an ES module on Lambda does not have by itself. */
const REQUIRE =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Bundles the guard's handler. With the SDK, unlike other functions: its SigV4a signer must meet the
 * very copy that the KeyValueStore's client uses.
 */
export async function buildGuard(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'handler.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
  });
}
