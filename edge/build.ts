import { parseArgs } from 'node:util';
import { catalogRelease } from './build/catalog-release';
import { buildEdge } from './build/edge';
import { bakedConfig } from './build/stage';

const { positionals } = parseArgs({ allowPositionals: true });
const stage = positionals[0] ?? process.env.STAGE ?? 'local';
const outDir = new URL(`./dist/${stage}/`, import.meta.url).pathname;

for (const { name, bytes, limitBytes } of await buildEdge({
  outDir,
  auth: await bakedConfig(stage),
  catalogRelease: await catalogRelease(),
})) {
  const limit = (limitBytes / 1024).toFixed(0);
  console.log(`edge/${name}: ${(bytes / 1024).toFixed(1)} KB of ${limit} KB`);
}
