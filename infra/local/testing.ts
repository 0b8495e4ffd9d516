import type { Log, LogLine } from './part';
import { isFree } from './ports';
import { until } from './until';

/** Below the ports that systems hand out themselves, so that nobody is given one before it is used. */
const FIRST_PORT = 20_000;
const PORTS = 6_000;
const PORTS_A_PROCESS = 10;
let asked = 0;

/** A port nobody listens on, for programs that cannot pick one themselves; every process looks at its own. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + ((process.pid * PORTS_A_PROCESS + asked++) % PORTS);
    if (await isFree(port)) return port;
  }
}

/** A log that can be read back. */
export function aLog(): { log: Log; lines: Omit<LogLine, 'atMs'>[] } {
  const lines: Omit<LogLine, 'atMs'>[] = [];
  return { lines, log: (line) => lines.push(line) };
}

const EVENTUALLY_MS = 20_000;

/** Waits until a condition holds, on a slow machine too. */
export async function eventually(condition: () => unknown): Promise<void> {
  const outcome = await until(async () => ((await condition()) ? true : undefined), EVENTUALLY_MS);
  if (outcome === undefined) throw new Error(`This did not come true: ${condition}`);
}
