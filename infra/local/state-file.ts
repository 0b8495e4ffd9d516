import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const SAVE_DELAY_MS = 300;
/** Saving may take at most a twentieth of the time, however large the state grows. */
const SAVE_COST_FACTOR = 20;

type Reviver = (key: string, value: unknown) => unknown;

/** Reads the last saved state, or nothing on a first start. */
export async function loadState<T>(path: string, reviver?: Reviver): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'), reviver) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Write-behind: `touch` after a change, `end` before what is saved goes. A file is replaced whole. */
export function saveBehind(path: string, state: () => unknown) {
  let timer: NodeJS.Timeout | undefined;
  let delayMs = SAVE_DELAY_MS;
  let saving: Promise<void> = Promise.resolve();
  let isEnded = false;

  async function save(): Promise<void> {
    const startedMs = performance.now();
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.next`, JSON.stringify(state()));
    await rename(`${path}.next`, path);
    delayMs = Math.max(SAVE_DELAY_MS, (performance.now() - startedMs) * SAVE_COST_FACTOR);
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    saving = saving.then(save);
    return saving;
  }

  return {
    touch(): void {
      if (!isEnded) timer ??= setTimeout(() => void flush(), delayMs);
    },
    flush,
    /** Saves for the last time: what still changes then comes too late, and must find no folder that has gone. */
    end(): Promise<void> {
      isEnded = true;
      return flush();
    },
  };
}
