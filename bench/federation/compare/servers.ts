import { cp } from 'node:fs/promises';
import path from 'node:path';
import { runTool } from '../../../infra/release/run-tool';
import { BENCHED, type Stand } from '../stand';
import { asItIs } from '../stand/clones';
import type { Shell } from '../stand/shell';
import { startFront } from './front';
import { generateMonolith } from './monolith/generate';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const MONOLITH = path.join(ROOT, '.local/monolith');

/** One of the two that are compared. */
export interface Contestant {
  name: string;
  server: Shell;
  /** What browsers open: the server behind what compresses and serves files. */
  front: { url: string; close(): void };
}

/** The shell and the slices as they are built. */
export async function federated(stand: Stand): Promise<Contestant> {
  for (const slice of BENCHED) {
    const original = stand.originals[slice];
    stand.store.add(slice, original.manifest.release, asItIs(original));
  }
  const server = await stand.startShell();
  const front = await startFront(server.url, await stand.browserFiles());
  return { name: 'federated', server, front };
}

/** The same components in one Next app, built now. */
export async function monolith(stand: Stand): Promise<Contestant> {
  await generateMonolith(ROOT, MONOLITH);
  const env = {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
  };
  await runTool(ROOT, ['next', 'build'], { cwd: MONOLITH, env });
  const standalone = path.join(MONOLITH, '.next/standalone/.local/monolith');
  await cp(path.join(MONOLITH, '.next/static'), path.join(standalone, '.next/static'), {
    recursive: true,
  });
  const server = await stand.startShell(path.join(standalone, 'server.js'));
  return { name: 'monolith', server, front: await startFront(server.url) };
}
