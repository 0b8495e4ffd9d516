import { randomInt } from 'node:crypto';
import type { Log, LogLine } from './part';
import { isFree } from './ports';
import { until } from './until';

/** Below the ports that systems hand out themselves, so that nobody is given one before it is used. */
const PORTS = [20_000, 32_000] as const;

/** A port nobody listens on, for programs that cannot pick one themselves. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(...PORTS);
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
