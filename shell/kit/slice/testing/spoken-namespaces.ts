import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const NAMED = /useTranslations\('(\w+)[\w.]*'\)/g;
const BARE = /useTranslations\(\)/;
const KEYS = /\bt\(\s*['`](\w+)\./g;

/** The test that each screen of a slice is given the texts it speaks, and no others. */
export function screensSpeakFrom(
  spoken: Record<string, readonly string[]>,
  exposesFolder: string,
): void {
  it.each(Object.entries(spoken))(
    '%s is given the texts it speaks, and no others',
    async (screen, given) => {
      const namespaces = await spokenNamespaces(resolve(exposesFolder, `${screen}.tsx`));
      expect([...given].sort()).toEqual(namespaces);
    },
  );
}

/** Namespaces that the components behind an exposed module speak from, its fallback's aside. */
async function spokenNamespaces(module: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [module],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'silent',
    outdir: 'unused',
  });
  const files = Object.keys(metafile.inputs).filter((file) => !basename(file).includes('fallback'));
  const sources = await Promise.all(files.map((file) => readFile(resolve(file), 'utf8')));
  return [...new Set(sources.flatMap(namespacesIn))].sort();
}

function namespacesIn(source: string): string[] {
  const patterns = BARE.test(source) ? [NAMED, KEYS] : [NAMED];
  return patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].flatMap(([, namespace]) => namespace ?? []),
  );
}
