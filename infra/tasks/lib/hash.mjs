import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { ROOT } from './paths.mjs';

const IGNORED =
  /^(node_modules|dist|\.next|cdk\.out|next-env\.d\.ts)$|\.(test|spec)\.tsx?$|\.tsbuildinfo$/;

async function filesBelow(path) {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  const kept = entries.filter((entry) => !IGNORED.test(entry.name));
  const nested = await Promise.all(kept.map((entry) => filesBelow(join(path, entry.name))));
  return nested.flat().sort();
}

/** Hash of sources (files and folders below the root, without tests and build output) and facts. */
export async function hashOf(sources, facts = []) {
  const hash = createHash('sha256').update(JSON.stringify(facts));
  for (const source of sources) {
    for (const file of await filesBelow(join(ROOT, source))) {
      const content = await readFile(file).catch(() => '');
      hash.update(relative(ROOT, file)).update('\0').update(content).update('\0');
    }
  }
  return hash.digest('hex');
}
