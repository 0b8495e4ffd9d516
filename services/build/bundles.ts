import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Bundle name → the file that exports its `handler`. */
const ENTRIES = {
  catalog: 'catalog/handler.ts',
  booking: 'booking/handler.ts',
  provider: 'provider/handler.ts',
  payments: 'payments/handler.ts',
  reconciler: 'payments/reconciliation/handler.ts',
  'booking-processor': 'booking/processor/handler.ts',
  'search-indexer': 'catalog/indexer/handler.ts',
  'cache-invalidator': 'catalog/invalidator/handler.ts',
  slots: 'booking/slots/handler.ts',
  sweeper: 'booking/sweeper/handler.ts',
  identity: 'identity/handler.ts',
  'identity-confirmed': 'identity/triggers/confirmed/handler.ts',
  'identity-claims': 'identity/triggers/claims/handler.ts',
  'identity-messages': 'identity/triggers/messages/handler.ts',
  'identity-migrated': 'identity/triggers/migrated/handler.ts',
  'key-rotation': 'rotation/handler.ts',
} as const;

const MAX_BYTES = 1_000_000;

/** CommonJS dependencies call `require`, which an ES module on Lambda does not have by itself. */
const REQUIRE =
  "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

/** Parts of dependencies that nothing here uses, by the end of their path, and what stands for them. */
const UNUSED = {
  // Zod's messages in fifty languages; ours are English.
  'zod/v4/locales/index.js': "export { default as en } from './en.js';",
  'zod/v4/classic/from-json-schema.js':
    "export function fromJSONSchema() { throw new Error('Not in this bundle'); }",
  // The X-Ray SDK compares one version.
  'node_modules/semver/index.js': "module.exports = { gte: require('./functions/gte') };",
};

/** Products of Stripe that this marketplace has nothing to do with. */
const UNUSED_PRODUCTS =
  /stripe\/esm\/resources\/(Billing|Checkout|Climate|Issuing|Tax|Terminal|TestHelpers|Treasury|V2)\/index\.js$/;

const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onLoad }) {
    onLoad({ filter: UNUSED_PRODUCTS }, ({ path }) => {
      const [, product] = UNUSED_PRODUCTS.exec(path) ?? [];
      return { contents: `export class ${product} {}` };
    });
    for (const [path, contents] of Object.entries(UNUSED)) {
      onLoad({ filter: new RegExp(`${path.replaceAll('.', '\\.')}$`) }, () => ({ contents }));
    }
  },
};

export interface BundleSize {
  name: string;
  bytes: number;
}

/** Bundles one function; `entry` is below `services/`. */
export async function bundle(
  name: string,
  entry: string,
  out: string,
  plugins: readonly Plugin[] = [],
): Promise<BundleSize> {
  const root = join(import.meta.dirname, '..');
  const { metafile } = await build({
    entryPoints: [join(root, entry)],
    outfile: join(out, name, 'index.mjs'),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    // Lambda's Node runtime carries the SDK.
    external: ['@aws-sdk/*'],
    plugins: [leaveOutUnused, ...plugins],
    banner: { js: REQUIRE },
    legalComments: 'none',
    logLevel: 'warning',
  });
  const files = Object.entries(metafile.outputs).filter(([file]) => file.endsWith('.mjs'));
  return { name, bytes: files.reduce((sum, [, output]) => sum + output.bytes, 0) };
}

/** Bundles functions, each on its own. Tests of the whole may leave some out, and look in with further plugins. */
export async function buildBundles(
  out: string,
  { only, plugins = [] }: { only?: readonly string[]; plugins?: readonly Plugin[] } = {},
): Promise<BundleSize[]> {
  const entries = Object.entries(ENTRIES).filter(([name]) => only?.includes(name) ?? true);
  return Promise.all(entries.map(([name, entry]) => bundle(name, entry, out, plugins)));
}

/** @throws when a bundle is over a megabyte, since its size is the larger part of a cold start. */
export function requireSmall(sizes: readonly BundleSize[]): void {
  const tooLarge = sizes.filter(({ bytes }) => bytes > MAX_BYTES);
  if (tooLarge.length === 0) return;
  const names = tooLarge.map(({ name, bytes }) => `${name} (${bytes} bytes)`).join(', ');
  throw new Error(`Over ${MAX_BYTES} bytes: ${names}. See what is in it with esbuild's metafile.`);
}
