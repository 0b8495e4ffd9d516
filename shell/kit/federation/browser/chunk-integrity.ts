import type { Compiler } from 'webpack';

/** Runs inside webpack's chunk loader, after `script` was made; the shell fills the global. */
const CHECK = `
var integrity = (globalThis.__MF_INTEGRITY__ || {})[new URL(url, location.href).pathname];
if (integrity) { script.integrity = integrity; script.crossOrigin = "anonymous"; }
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
