import type { Compiler } from 'webpack';

/** The hash of nothing at all: no file has it, so the browser refuses whatever comes. */
const UNKNOWN = `sha384-${'A'.repeat(64)}`;

/**
 * Runs inside webpack's chunk loader, after `script` was made; the shell fills the global. A file of
 * our origin that no manifest names is refused; other origins are the content security policy's matter.
 */
const CHECK = `
var address = new URL(url, location.href);
if (address.origin === location.origin) {
  script.integrity = (globalThis.__MF_INTEGRITY__ || {})[address.pathname] || "${UNKNOWN}";
  script.crossOrigin = "anonymous";
}
`;

/** Makes a container's chunks, those loaded on demand included, carry the hash of the manifest. */
export const chunkIntegrity = {
  apply(compiler: Compiler) {
    const { LoadScriptRuntimeModule } = compiler.webpack.runtime;
    compiler.hooks.thisCompilation.tap('ChunkIntegrity', (compilation) => {
      const { createScript } = LoadScriptRuntimeModule.getCompilationHooks(compilation);
      createScript.tap('ChunkIntegrity', (source) => source + CHECK);
    });
  },
};
