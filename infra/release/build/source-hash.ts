import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SliceName } from '@marketplace/kit/slice';

/** Whatever ends up in a slice's container, relative to the repository. */
const SHARED_SOURCES = [
  'shell/kit',
  'services/domain',
  'services/shared/contract',
  'services/catalog/contract.ts',
  'services/booking/contract.ts',
  'services/provider/contract.ts',
  'infra/release/build',
  'package-lock.json',
];
const IGNORED = /^(node_modules|dist|\.next|next-env\.d\.ts|tsconfig\.tsbuildinfo)$|\.test\.tsx?$/;

/** Hash of everything a slice is built from; equal hashes make equal releases. */
export async function sourceHash(root: string, slice: SliceName): Promise<string> {
  const hash = createHash('sha256');
  for (const source of [slice, ...SHARED_SOURCES]) {
    for (const file of await filesBelow(path.join(root, source))) {
      hash.update(path.relative(root, file)).update('\0');
      hash.update(await readFile(file)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 8);
}

/** Every file below a directory, or the file itself, sorted, without build output and tests. */
async function filesBelow(start: string): Promise<string[]> {
  const entries = await readdir(start, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [start];
  const kept = entries.filter((entry) => !IGNORED.test(entry.name));
  const nested = await Promise.all(kept.map((entry) => filesBelow(path.join(start, entry.name))));
  return nested.flat().sort();
}
