import { once } from 'node:events';
import { createServer } from 'node:net';

/** Throws one sentence when something already listens on the port. */
export async function requireFreePort(port: number, name: string): Promise<void> {
  if (await isFree(port)) return;
  throw new Error(
    `Port ${port} (${name}) is already in use: stop the program that uses it, or start on other ports with PORT=<number>.`,
  );
}

/** Whether nobody listens on the port. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
