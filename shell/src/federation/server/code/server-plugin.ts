import path from 'node:path';
import { Script } from 'node:vm';
import type { ModuleFederationRuntimePlugin } from '@module-federation/runtime';

/** Where evaluated code believes it lives; it must not exist, or chunks would be read from disk unchecked. */
const NOWHERE = '/nonexistent/releases';

/** Node's own `require`, for the packages that containers leave outside; webpack provides the name. */
declare const __non_webpack_require__: NodeJS.Require;

type Container = Record<string, unknown>;

/**
 * How the federation runtime gets server code: only through `readCode`, which verifies it. Errors
 * are passed on, since the runtime's default would render nothing without a word.
 */
export function serverPlugin(
  readCode: (url: string) => Promise<string>,
): ModuleFederationRuntimePlugin {
  return {
    name: 'verified-server-code',
    async loadEntry({ remoteInfo }) {
      return evaluate(await readCode(remoteInfo.entry), remoteInfo.entry, remoteInfo.name);
    },
    async fetch(url) {
      return new Response(await readCode(url));
    },
    async errorLoadRemote({ error }) {
      throw error;
    },
  };
}

function evaluate(code: string, url: string, name: string) {
  const wrapper = `(function (exports, module, require, __dirname, __filename) {${code}\n})`;
  const run = new Script(wrapper, { filename: url }).runInThisContext() as (
    ...scope: unknown[]
  ) => void;
  const module: { exports: Container } = { exports: {} };
  run(module.exports, module, __non_webpack_require__, NOWHERE, path.join(NOWHERE, 'entry.js'));
  return (module.exports[name] ?? module.exports) as never;
}
