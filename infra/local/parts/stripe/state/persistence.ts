import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE_NAME = 'stripe.json';
const SAVE_DELAY_MS = 300;
/** Saving may take at most a twentieth of the time, however large the state grows. */
const SAVE_COST_FACTOR = 20;

/** Reads the last saved state, or nothing on a first start. */
export async function loadState<T>(stateDir: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(join(stateDir, FILE_NAME), 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Write-behind: `touch` after a change, `flush` before the process ends. */
export function saveBehind(stateDir: string, state: () => unknown) {
  let timer: NodeJS.Timeout | undefined;
  let delayMs = SAVE_DELAY_MS;
  let saving: Promise<void> = Promise.resolve();

  async function save(): Promise<void> {
    const startedMs = performance.now();
    const path = join(stateDir, FILE_NAME);
    await mkdir(stateDir, { recursive: true });
    await writeFile(`${path}.next`, JSON.stringify(state()));
    await rename(`${path}.next`, path);
    delayMs = Math.max(SAVE_DELAY_MS, (performance.now() - startedMs) * SAVE_COST_FACTOR);
  }

  function run(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.then(save);
    return saving;
  }

  return {
    touch(): void {
      timer ??= setTimeout(() => void run(), delayMs);
    },
    flush: run,
  };
}
