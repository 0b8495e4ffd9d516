import { readFile } from 'node:fs/promises';
import compileMessages from '@marketplace/kit/federation/messages/compile-messages';
import type { Plugin } from 'esbuild';

/**
 * Compiles the slice's texts as its own build does: they travel with the fragment to a page that has
 * no parser for them.
 */
export const leanMessages: Plugin = {
  name: 'lean-messages',
  setup(build) {
    build.onLoad({ filter: /\/mf-[a-z0-9-]+\/messages\/.*\.json$/ }, async ({ path }) => ({
      contents: compileMessages(await readFile(path, 'utf8')),
      loader: 'json',
    }));
    build.onResolve({ filter: /^use-intl\/format-message$/ }, ({ resolveDir, kind }) =>
      build.resolve('use-intl/format-message/format-only', { resolveDir, kind }),
    );
  },
};
