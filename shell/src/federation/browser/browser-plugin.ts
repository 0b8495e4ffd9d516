import type { ModuleFederationRuntimePlugin } from '@module-federation/runtime';
import { integrityOf } from './integrity';

const ENTRY_LIMIT_MS = 8_000;

/** How the federation runtime gets a container's entry in the browser: only with its hash. */
export function browserPlugin(): ModuleFederationRuntimePlugin {
  return {
    name: 'verified-browser-code',
    createScript({ url }) {
      const integrity = integrityOf(url);
      if (!integrity) throw new Error(`${url} is in no manifest`);
      const script = document.createElement('script');
      script.src = url;
      script.async = true;
      script.crossOrigin = 'anonymous';
      script.integrity = integrity;
      return { script, timeout: ENTRY_LIMIT_MS };
    },
    async errorLoadRemote({ error }) {
      throw error;
    },
  };
}
