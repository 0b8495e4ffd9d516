import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startChild } from '../child';
import type { Log } from '../part';
import { ROOT } from './options';
import { step } from './report';

const LINES_SHOWN = 20;
const PROGRAM = 'services/shared/seed/main.ts';

/** Fills an empty cloud with the believable catalogue and the demo accounts, once per state. */
export async function seedOnce(
  stateDir: string,
  environment: Record<string, string>,
  log: Log,
): Promise<void> {
  const marker = path.join(stateDir, 'seeded');
  if (existsSync(marker)) return;
  const lastWords: string[] = [];
  await step('Catalogue', async () => {
    const child = startChild({
      name: 'seed',
      command: process.execPath,
      args: ['--import', 'tsx', PROGRAM],
      cwd: ROOT,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
      log: (line) => {
        lastWords.push(line.message);
        log(line);
      },
    });
    const outcome = await child.exited;
    if (outcome !== 'exit code 0') {
      const shown = lastWords.slice(-LINES_SHOWN).join('\n');
      throw new Error(`Filling the catalogue failed (${outcome}):\n${shown}`);
    }
    await mkdir(stateDir, { recursive: true });
    await writeFile(marker, new Date().toISOString());
    return 'filled';
  });
}
