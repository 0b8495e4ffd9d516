import path from 'node:path';
import type { Configuration } from 'webpack';

const LOADER = path.join(
  path.dirname(require.resolve('@marketplace/kit/package.json')),
  'federation/messages/compile-messages.mts',
);
const CATALOGUES = /[\\/](shell|mf-[a-z0-9-]+)[\\/]messages[\\/].*\.json$/;

/** Packages that must be part of the build on both sides, or an alias would not reach them. */
export const MESSAGE_PACKAGES = ['use-intl', 'icu-minify'];

/**
 * Catalogues are compiled when they are built, on both sides: the texts that travel to a page are
 * parsed already, and the browser has only what puts values into them.
 */
export function withLeanMessages(config: Configuration): Configuration {
  config.module?.rules?.push({ test: CATALOGUES, type: 'json', use: [LOADER] });
  config.resolve = {
    ...config.resolve,
    alias: {
      ...config.resolve?.alias,
      'use-intl/format-message$': 'use-intl/format-message/format-only',
    },
  };
  return config;
}
