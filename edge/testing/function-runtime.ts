import vm from 'node:vm';

/** Globals of ES that CloudFront's runtime 2.0 does not have. */
const ABSENT = [
  'Atomics',
  'BigInt',
  'FinalizationRegistry',
  'Intl',
  'Map',
  'Proxy',
  'Reflect',
  'Set',
  'SharedArrayBuffer',
  'WeakMap',
  'WeakRef',
  'WeakSet',
  'WebAssembly',
  'escape',
  'eval',
  'unescape',
];

const ABSENT_METHODS = `
  delete Object.fromEntries; delete Object.hasOwn; delete Object.groupBy;
  delete Object.getOwnPropertySymbols; delete Array.from; delete Array.prototype.flat;
  delete Array.prototype.flatMap; delete Array.prototype.at; delete Array.prototype.findLast;
  delete Array.prototype.toSorted; delete Array.prototype.entries; delete Array.prototype.keys;
  delete String.prototype.at; delete String.prototype.matchAll; delete String.prototype.normalize;
  delete String.prototype.localeCompare; delete String.raw;
`;

/** Runs a built CloudFront Function as its runtime would: no Node globals, nothing undocumented. */
export function loadFunction<Event, Result>(
  code: string,
  store: Record<string, string> = {},
): (event: Event) => Promise<Result> {
  const cf = {
    kvs: () => ({
      async get(key: string) {
        const value = store[key];
        if (value === undefined) throw new Error('KeyNotFound');
        return value;
      },
    }),
  };
  const sandbox = vm.createContext({ cf }, { codeGeneration: { strings: false, wasm: false } });
  vm.runInContext(ABSENT_METHODS, sandbox);
  vm.runInContext(ABSENT.map((name) => `delete globalThis.${name};`).join(''), sandbox);
  const script = code.replace(/^import\s*(\w+)\s*from\s*"cloudfront";/, 'var $1=cf;');
  vm.runInContext(`'use strict';${script};globalThis.handler=handler;`, sandbox, { timeout: 100 });
  // The event crosses over as JSON, as it does in the service.
  const run = vm.runInContext(
    '(async (json) => JSON.stringify(await handler(JSON.parse(json))))',
    sandbox,
  );
  return async (event) => JSON.parse(await run(JSON.stringify(event))) as Result;
}
