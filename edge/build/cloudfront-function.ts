import { build, type PluginBuild, transform } from 'esbuild';

/** What runtime 2.0 adds to ES 5.1; anything else must be lowered or fails the build. */
const RUNTIME_2_0 = {
  arrow: true,
  'async-await': true,
  'const-and-let': true,
  'exponent-operator': true,
  'regexp-named-capture-groups': true,
  'rest-argument': true,
  'template-literal': true,
};

const IMPORT = /import\s*\w+\s*from\s*"cloudfront";/;
const EXPORT = /export\s*\{\s*(\w+)(?:\s+as\s+handler)?\s*\};?\s*$/;

/** Bundles a CloudFront Function: one script whose entry is a top-level function named `handler`. */
export async function bundleFunction(name: string): Promise<string> {
  const result = await build({
    entryPoints: [new URL(`../${name}/handler.ts`, import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    external: ['cloudfront'],
    plugins: [pureDomain],
    logLevel: 'error',
  });
  const { code } = await transform(result.outputFiles[0]?.text ?? '', {
    target: 'es5',
    supported: RUNTIME_2_0,
    minify: true,
    legalComments: 'none',
  });
  return asScript(code, name);
}

/** The domain's modules only declare: what a function does not use of them can go. */
const pureDomain = {
  name: 'pure-domain',
  setup(context: PluginBuild) {
    context.onResolve({ filter: /^(@marketplace\/services\/domain\/|\.)/ }, async (args) => {
      if (args.pluginData === 'resolved') return undefined;
      const { kind, importer, resolveDir } = args;
      const options = { kind, importer, resolveDir, pluginData: 'resolved' };
      const found = await context.resolve(args.path, options);
      return found.path.includes('/domain/') ? { path: found.path, sideEffects: false } : undefined;
    });
  },
};

/** Puts the one import first, as the service asks, and the handler under its name, not exported. */
function asScript(text: string, name: string): string {
  const match = EXPORT.exec(text);
  if (match === null) throw new Error(`${name}/handler.ts exports one function: handler`);
  const found = IMPORT.exec(text)?.[0] ?? '';
  const script = found + text.slice(0, match.index).replace(found, '');
  const local = match[1];
  return local === 'handler' ? script : `${script}function handler(e){return ${local}(e)}\n`;
}
