import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BakedRelease } from '../near-you/release';

const SLICE = 'mf-catalog';

/** What the edge reads of a release's manifest. */
interface Manifest {
  slice: typeof SLICE;
  release: string;
  container: string;
  browser: {
    entry: string;
    stylesheets: string[];
    chunks: Record<string, string[]>;
    integrity: Record<string, string>;
  };
}

interface Builds {
  builtRelease(root: string, slice: string, hash: string): Promise<string | undefined>;
  releaseDirectory(build: { root: string; slice: string; release: string }): string;
}

const infra = (path: string) => new URL(`../../infra/release/build/${path}`, import.meta.url).href;

/** The built catalog release that has exactly the sources this bundle will have, if there is one. */
export async function catalogRelease(): Promise<BakedRelease | null> {
  const root = new URL('../../', import.meta.url).pathname;
  const { sourceHash } = (await import(infra('source-hash.ts'))) as {
    sourceHash(root: string, slice: string): Promise<string>;
  };
  const { builtRelease, releaseDirectory } = (await import(infra('builds.ts'))) as Builds;
  const release = await builtRelease(root, SLICE, await sourceHash(root, SLICE));
  if (release === undefined) return null;
  const file = join(releaseDirectory({ root, slice: SLICE, release }), 'manifest.json');
  return bakedRelease(JSON.parse(await readFile(file, 'utf8')) as Manifest);
}

function bakedRelease({ slice, release, container, browser }: Manifest): BakedRelease {
  const href = (path: string) => `/_mf/${slice}/${release}/${path}`;
  const file = (path: string) => ({ href: href(path), integrity: browser.integrity[path] ?? '' });
  const scripts = Object.keys(browser.integrity).filter((path) => path.endsWith('.js'));
  return {
    ...{ slice, release, container },
    entry: href(browser.entry),
    stylesheets: browser.stylesheets.map(file),
    scripts: [browser.entry, ...(browser.chunks.NearYou ?? [])].map(file),
    integrity: Object.fromEntries(
      scripts.map((path) => [href(path), browser.integrity[path] ?? '']),
    ),
  };
}
