import { join } from 'node:path';
import { buildGuard } from './build';

await buildGuard(join(import.meta.dirname, '../../../dist/release-guard/index.mjs'));
