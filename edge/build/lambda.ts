import { build } from 'esbuild';
import { leanMessages } from '../near-you/lean-messages';
import { nodeCrypto } from './node-crypto';

/** Bundles a Lambda@Edge function: CommonJS, for the newest runtime that Lambda@Edge documents. */
export async function bundleLambda(name: string, define: Record<string, string>): Promise<string> {
  const result = await build({
    entryPoints: [new URL(`../${name}/handler.ts`, import.meta.url).pathname],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    mainFields: ['module', 'main'],
    conditions: ['module', 'import'],
    minify: true,
    legalComments: 'none',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    plugins: [leanMessages, nodeCrypto],
    logLevel: 'error',
  });
  return result.outputFiles[0]?.text ?? '';
}
