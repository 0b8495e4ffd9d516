import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../../..');
const SLICE = join(ROOT, 'mf-catalog');
const NEXT = join(ROOT, 'node_modules/.bin/next');
const PORT = 26_180;
const READY_WITHIN_MS = 30_000;

/** The slice's own page of the fragment, in a production server of Next; builds it when there is none. */
export async function startNextPage(catalogUrl: string) {
  const env = {
    ...process.env,
    CATALOG_API_URL: catalogUrl,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production' as const,
  };
  if (!existsSync(join(SLICE, '.next/server/pages/near-you.js'))) {
    console.log('Building the slice’s own pages for the peer …');
    const build = spawn('npm', ['run', 'build'], { cwd: SLICE, env, stdio: 'ignore' });
    const [code] = await once(build, 'exit');
    if (code !== 0) throw new Error('mf-catalog did not build.');
  }
  const server = spawn(NEXT, ['start', '-p', String(PORT)], { cwd: SLICE, env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${PORT}`;
  const deadlineMs = Date.now() + READY_WITHIN_MS;
  while (!(await fetch(`${url}/near-you`).catch(() => undefined))) {
    if (Date.now() > deadlineMs) throw new Error('The Next server did not start.');
    await sleep(100);
  }
  return {
    url,
    async stop() {
      server.kill();
      await once(server, 'exit');
    },
  };
}
