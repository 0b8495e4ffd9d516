import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildEdge } from '../build/edge';
import type { BuiltFile } from '../build/sizes';
import type { BakedRelease } from '../near-you/release';
import type { AuthConfig } from '../viewer-auth/verify';
import { loadFunction } from './function-runtime';

export interface BuiltEdge {
  files: BuiltFile[];
  functionOf<Event, Result>(
    name: string,
    store?: Record<string, string>,
  ): Promise<(event: Event) => Promise<Result>>;
  lambdaOf<Event, Result>(name: string): Promise<(event: Event) => Promise<Result>>;
  remove(): Promise<void>;
}

/** Builds the edge functions into a folder of the test, to run the files that would be deployed. */
export async function builtEdge(
  auth: AuthConfig,
  catalogRelease: BakedRelease | null = null,
): Promise<BuiltEdge> {
  const outDir = await mkdtemp(join(tmpdir(), 'edge-'));
  const files = await buildEdge({ outDir, auth, catalogRelease });
  return {
    files,
    functionOf: async (name, store) =>
      loadFunction(await readFile(join(outDir, `${name}.js`), 'utf8'), store),
    lambdaOf: async <Event, Result>(name: string) => {
      const loaded = await import(
        /* @vite-ignore */ pathToFileURL(join(outDir, name, 'index.cjs')).href
      );
      return loaded.handler as (event: Event) => Promise<Result>;
    },
    remove: () => rm(outDir, { recursive: true }),
  };
}
