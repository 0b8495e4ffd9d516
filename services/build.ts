import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildBundles, requireSmall } from './build/bundles';
import { writeDocuments } from './build/documents';

const out = join(import.meta.dirname, 'dist');

await rm(out, { recursive: true, force: true });
const [sizes] = await Promise.all([buildBundles(out), writeDocuments(join(out, 'openapi'))]);
requireSmall(sizes);
for (const { name, bytes } of sizes) {
  console.log(`${name.padEnd(20)} ${(bytes / 1024).toFixed(0).padStart(5)} kB`);
}
