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
  releaseDirectory(build: Build): string;
  releaseName(now: Date, hash: string): string;
  pruneBuilds(build: Build): Promise<void>;
}

interface Build {
  root: string;
  slice: string;
  release: string;
}

const infra = (path: string) => new URL(`../../infra/release/build/${path}`, import.meta.url).href;

/**
 * The catalog release that has exactly the sources this bundle will have. It is built when nobody has
 * yet; `npm run release` then finds it and uploads the same.
 */
export async function catalogRelease(): Promise<BakedRelease> {
  const root = new URL('../../', import.meta.url).pathname;
  const { sourceHash } = (await import(infra('source-hash.ts'))) as {
    sourceHash(root: string, slice: string): Promise<string>;
  };
  const builds = (await import(infra('builds.ts'))) as Builds;
  const hash = await sourceHash(root, SLICE);
  const release =
    (await builds.builtRelease(root, SLICE, hash)) ?? (await built(root, hash, builds));
  const file = join(builds.releaseDirectory({ root, slice: SLICE, release }), 'manifest.json');
  return bakedRelease(JSON.parse(await readFile(file, 'utf8')) as Manifest);
}

async function built(root: string, hash: string, builds: Builds): Promise<string> {
  const { buildSlice } = (await import(infra('build-slice.ts'))) as {
    buildSlice(build: Build): Promise<string>;
  };
  const release = builds.releaseName(new Date(), hash);
  await buildSlice({ root, slice: SLICE, release });
  await builds.pruneBuilds({ root, slice: SLICE, release });
  return release;
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
