import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Log, LogLine } from './part';

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
