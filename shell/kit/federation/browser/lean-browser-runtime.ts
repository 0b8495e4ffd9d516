import path from 'node:path';
import type { Compiler } from 'webpack';

const HERE = path.join(
  path.dirname(require.resolve('@marketplace/kit/package.json')),
  'federation/browser',
);
const BUNDLED_RUNTIME = /webpack-bundler-runtime[\\/]dist[\\/](bundler|index)\.(js|cjs)$/;
const PLUGIN_RUNTIME_PLUGIN =
  /nextjs-mf[\\/]dist[\\/]src[\\/]plugins[\\/]container[\\/]runtimePlugin/;

/** In the browser a container brings no runtime of its own: it takes the page's, see `page-runtime.ts`. */
export const leanBrowserRuntime = {
  apply(compiler: Compiler) {
    const { NormalModuleReplacementPlugin } = compiler.webpack;
    const shim = path.join(HERE, 'page-runtime-shim.ts');
    const noPlugin = path.join(HERE, 'no-runtime-plugin.ts');
    new NormalModuleReplacementPlugin(BUNDLED_RUNTIME, shim).apply(compiler);
    new NormalModuleReplacementPlugin(PLUGIN_RUNTIME_PLUGIN, noPlugin).apply(compiler);
  },
};
