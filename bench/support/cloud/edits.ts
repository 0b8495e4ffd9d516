import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** A change to a source of the services, made while it is bundled and nowhere else. */
export interface SourceEdit {
  /** Below `services/`. */
  file: string;
  /** Stands in the file exactly once. */
  find: string;
  replace: string;
}

/** Below the repository, where Node finds the packages that a bundle does not carry. */
export const ROOT = join(import.meta.dirname, '../../..');

/** Bundles sources as if they had been edited. @throws when a source does not say what is to be changed. */
export function withEdits(edits: readonly SourceEdit[]): Plugin {
  return {
    name: 'with-edits',
    setup({ onLoad }) {
      onLoad({ filter: /\/services\/.*\.ts$/ }, async ({ path }) => {
        const wanted = edits.filter(({ file }) => path === join(ROOT, 'services', file));
        if (wanted.length === 0) return undefined;
        const source = await readFile(path, 'utf8');
        return { contents: wanted.reduce(edited, source), loader: 'ts' };
      });
    },
  };
}

function edited(source: string, { file, find, replace }: SourceEdit): string {
  const pieces = source.split(find);
  if (pieces.length === 2) return pieces.join(replace);
  throw new Error(`${file} says ${pieces.length - 1} times what is to be replaced once: ${find}`);
}
