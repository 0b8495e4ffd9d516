import { createHash, createHmac } from 'node:crypto';
import querystring from 'node:querystring';
import vm from 'node:vm';

/** What a function may do beside computing. */
export interface FunctionHost {
  get(key: string): string | undefined;
  count(): number;
  log(message: string): void;
}

const TIMEOUT_MS = 1000;
const IMPORT = /\bimport\s+([\w$]+)\s*from\s*["']cloudfront["'];?/;

/** Parts of the language that runtime 2.0 does not have. */
const ABSENT = `for (const name of ['Atomics', 'BigInt', 'FinalizationRegistry', 'Intl', 'Map',
  'Proxy', 'Reflect', 'Set', 'SharedArrayBuffer', 'WeakMap', 'WeakRef', 'WeakSet', 'WebAssembly',
  'escape', 'unescape']) delete globalThis[name];`;

const MODULE = `
  const __missing = (key) => { throw new Error('KeyNotFound: ' + key); };
  const __cloudfront = {
    kvs: () => ({
      get: async (key, options) => {
        const value = __host.get(String(key));
        if (value === undefined) __missing(key);
        return options && options.format === 'json' ? JSON.parse(value) : value;
      },
      exists: async (key) => __host.get(String(key)) !== undefined,
      count: async () => __host.count(),
    }),
  };
  const console = { log: (message) => __host.log(String(message)) };
  const require = (name) => {
    if (!__modules[name]) throw new Error('No module ' + name);
    return __modules[name];
  };
`;

const INVOKE = new vm.Script(`
  __result = undefined;
  (async () => handler(JSON.parse(__event)))().then(
    (value) => { __result = JSON.stringify({ value }); },
    (error) => { __result = JSON.stringify({ error: String(error) }); },
  );
`);

/**
 * Prepares a CloudFront Function as its runtime would: strict, without Node's globals, without code
 * from strings, within a time limit. The answer is the event's JSON going in and out.
 */
export function compileFunction(code: string, host: FunctionHost): (event: unknown) => unknown {
  const modules = { crypto: { createHash, createHmac }, querystring };
  const context = vm.createContext(
    { __host: host, __modules: modules, __event: '', __result: undefined as string | undefined },
    { codeGeneration: { strings: false, wasm: false }, microtaskMode: 'afterEvaluate' },
  );
  vm.runInContext(ABSENT, context);
  const source = code.replace(IMPORT, 'const $1 = __cloudfront;');
  vm.runInContext(`'use strict';${MODULE}\n${source}\nglobalThis.handler = handler;`, context, {
    timeout: TIMEOUT_MS,
  });
  return (event) => {
    context.__event = JSON.stringify(event);
    INVOKE.runInContext(context, { timeout: TIMEOUT_MS });
    const result: string | undefined = context.__result;
    if (result === undefined) throw new Error('the function waited for something that never came');
    const outcome = JSON.parse(result) as { value?: unknown; error?: string };
    if (outcome.error !== undefined) throw new Error(outcome.error);
    return outcome.value;
  };
}
