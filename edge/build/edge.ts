import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BakedRelease } from '../near-you/release';
import type { AuthConfig } from '../viewer-auth/verify';
import { bundleFunction } from './cloudfront-function';
import { bundleLambda } from './lambda';
import { type BuiltFile, requireSmall } from './sizes';

export interface EdgeBuild {
  outDir: string;
  /** What viewer-auth carries instead of an environment. */
  auth: AuthConfig;
  /** The release that the fragment's component comes from; null before the slice was ever built. */
  catalogRelease: BakedRelease | null;
}

const KB = 1024;

const FUNCTIONS = [
  { name: 'viewer-router', limitBytes: 10 * KB },
  { name: 'viewer-bucket', limitBytes: 10 * KB },
] as const;

const LAMBDAS = [
  { name: 'viewer-auth', limitBytes: 20 * KB },
  { name: 'near-you', limitBytes: 1024 * KB },
  { name: 'origin-personalize', limitBytes: 1024 * KB },
  { name: 'origin-response', limitBytes: 1024 * KB },
] as const;

/** Builds every edge function of a stage; throws when one is larger than CloudFront (or we) allow. */
export async function buildEdge({ outDir, auth, catalogRelease }: EdgeBuild): Promise<BuiltFile[]> {
  const define = {
    __AUTH_CONFIG__: JSON.stringify(auth),
    __CATALOG_RELEASE__: JSON.stringify(catalogRelease),
  };
  const built = await Promise.all([
    ...FUNCTIONS.map(async ({ name, limitBytes }) =>
      emit(outDir, `${name}.js`, await bundleFunction(name), limitBytes),
    ),
    ...LAMBDAS.map(async ({ name, limitBytes }) =>
      emit(outDir, `${name}/index.cjs`, await bundleLambda(name, define), limitBytes),
    ),
  ]);
  requireSmall(built);
  return built;
}

async function emit(outDir: string, name: string, text: string, limitBytes: number) {
  const file = join(outDir, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return { name, bytes: Buffer.byteLength(text), limitBytes };
}
