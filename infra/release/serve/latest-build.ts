import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { SliceName } from '@marketplace/kit/slice';
import { releaseDirectory } from '../build/builds';

/** Directory of the newest built release of a slice; throws a sentence when there is none. */
export async function latestBuild(root: string, slice: SliceName): Promise<string> {
  const directory = path.dirname(releaseDirectory({ root, slice, release: 'any' }));
  const names = await readdir(directory).catch(() => []);
  const newest = names
    .filter((name) => !name.endsWith('.draft'))
    .sort()
    .at(-1);
  if (!newest) throw new Error(`Nothing is built of ${slice}: npm start or a release builds it.`);
  return path.join(directory, newest);
}
