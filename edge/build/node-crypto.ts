import type { Plugin } from 'esbuild';

/** Gives `aws-jwt-verify` our own platform in place of its own. */
export const nodeCrypto: Plugin = {
  name: 'node-crypto',
  setup(build) {
    const path = new URL('../viewer-auth/node-crypto.ts', import.meta.url).pathname;
    build.onResolve({ filter: /^#node-web-compat$/ }, () => ({ path }));
  },
};
