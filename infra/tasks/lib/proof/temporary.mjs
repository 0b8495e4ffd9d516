import { mkdtempSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Whatever this task and the programs that it starts keep in temporary folders is below one, which goes with the
 * task, however that ends: tools keep caches there, and what is killed leaves its files.
 */
export function keepTemporaryFilesTogether() {
  const directory = mkdtempSync(join(tmpdir(), 'task-'));
  process.env.TMPDIR = directory;
  process.on('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
