import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Log, LogLine } from './part';
import { until } from './until';

/** A port nobody listens on, for programs that cannot pick one themselves. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
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
