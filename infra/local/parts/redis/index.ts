import { mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { type Child, outputOf, startChild } from '../../child';
import type { Log, Part } from '../../part';
import { until } from '../../until';

export interface RedisOptions {
  port: number;
  /** Where the nodes of a cluster would find each other. */
  busPort: number;
  /** Where it keeps its notes about itself; what it is told it keeps in memory. */
  dir: string;
  log: Log;
}

const READY_TIMEOUT_MS = 10_000;
const EVERY_SLOT = 'CLUSTER ADDSLOTSRANGE 0 16383';
const ABSENT = 'redis-server is not installed: services ask the table';

/**
 * A Redis that is a cluster of one, as the deployed cache is one of several; empty at every start.
 * Where there is none, or it does not start, everything works without it: `url` is empty then.
 */
export async function startRedis({ port, busPort, dir, log }: RedisOptions): Promise<Part> {
  if ((await outputOf('redis-server', ['--version'])) === undefined) return absent(ABSENT);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const server = startChild({
    name: 'redis',
    command: 'redis-server',
    args: [
      ...['--port', String(port), '--cluster-port', String(busPort), '--bind', '127.0.0.1'],
      ...['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'],
      ...['--maxmemory', '64mb', '--maxmemory-policy', 'allkeys-lru'],
      ...['--dir', path.resolve(dir), '--save', '', '--appendonly', 'no'],
    ],
    log,
  });
  const isUp = await until(async () => (await say(port, EVERY_SLOT)) === '+OK', READY_TIMEOUT_MS);
  if (!isUp) {
    await server.stop();
    return absent(`Redis did not start (${await server.exited}): services ask the table`);
  }
  return running(`redis://127.0.0.1:${port}`, server);
}

function running(url: string, server: Child): Part {
  return {
    name: 'redis',
    url,
    stop: () => server.stop(),
    health: async () => {
      const rssBytes = server.rssBytes();
      return {
        // Nothing waits for it, so that nothing is unready without it.
        ready: true,
        detail: server.running()
          ? 'Answers of the services, until they change'
          : `Redis has ended (${await server.exited}): services ask the table`,
        ...(rssBytes !== undefined && { rssBytes }),
      };
    },
  };
}

const absent = (detail: string): Part => ({
  name: 'redis',
  url: '',
  stop: async () => {},
  health: async () => ({ ready: true, detail }),
});

/** The first line of the answer to one command. */
function say(port: number, command: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(String(answer).split('\r\n')[0]);
    });
  });
}
