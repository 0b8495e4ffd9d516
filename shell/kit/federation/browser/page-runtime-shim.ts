import type { PageRuntimeGlobal } from './page-runtime';

/** Takes the seat of `webpack-bundler-runtime` in a slice's browser build: the page's copy is used. */
const createRuntime = (globalThis as PageRuntimeGlobal).__MF_RUNTIME__;
if (!createRuntime)
  throw new Error('The page has no federation runtime: the shell must load it first.');

export default createRuntime();
