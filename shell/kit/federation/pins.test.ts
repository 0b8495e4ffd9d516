import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const require = createRequire(path.join(root, 'package.json'));

/**
 * What federation was proved with. Slices released by one set of versions run beside a shell built
 * with another, so a version moves on purpose and together with docs/decisions, never by itself.
 */
const PINS = {
  next: '15.5.29',
  react: '19.2.9',
  'react-dom': '19.2.9',
  webpack: '5.104.1',
  'enhanced-resolve': '5.18.4',
  '@module-federation/nextjs-mf': '8.8.76',
  '@module-federation/enhanced': '2.9.2',
  '@module-federation/node': '2.7.52',
  '@module-federation/runtime': '2.9.2',
  '@module-federation/runtime-core': '2.9.2',
  '@module-federation/webpack-bundler-runtime': '2.9.2',
  // A slice compiles its texts with one, the page puts values into them with the other.
  'icu-minify': '4.14.8',
  'use-intl': '4.14.8',
};

function installedVersion(name: string): string {
  return require(path.join(root, 'node_modules', name, 'package.json')).version;
}

describe('the versions that federation stands on', () => {
  it.each(Object.entries(PINS))('%s stays at %s', (name, pinned) => {
    const installed = installedVersion(name);
    expect(
      installed,
      `${name} moved from ${pinned} to ${installed}: release every slice against a shell of the other version, run the federation journeys, then change the pin here.`,
    ).toBe(pinned);
  });
});
