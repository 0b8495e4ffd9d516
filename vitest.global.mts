import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whatever tests keep in temporary folders is below one, which goes when they are done. */
export default function setup(): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'vitest-'));
  process.env.TMPDIR = directory;
  return () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
}
