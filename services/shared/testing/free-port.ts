import { createServer } from 'node:net';

const FIRST_PORT = 26_000;
const PORTS = 6_000;
const PORTS_A_PROCESS = 10;
let asked = 0;

/** Every process looks at ports of its own, below those that systems hand out themselves: nobody else takes one. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + ((process.pid * PORTS_A_PROCESS + asked++) % PORTS);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, () => resolve(true));
    });
    await new Promise((resolve) => server.close(resolve));
    if (isFree) return port;
  }
}
