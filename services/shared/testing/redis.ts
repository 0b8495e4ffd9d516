import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port';

/** A real Redis: a cluster of one node, as the deployed caches are clusters. */
export interface RedisServer {
  port: number;
  /** Ends it without a word, as a machine that is lost does. */
  kill(): Promise<void>;
  /** Stops answering while its connections stay open. */
  freeze(): void;
  thaw(): void;
  /** Starts it again, empty, on the same port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 15_000;
const POLL_MS = 20;

/** Starts a Redis on a free port, with an access list of its own where one is given. */
export async function startRedis(user?: string): Promise<RedisServer> {
  const [port, busPort] = [await freePort(), await freePort()];
  const directory = await mkdtemp(path.join(tmpdir(), 'redis-'));
  let server: ChildProcess | undefined;
  const killNow = () => server?.kill('SIGKILL');
  process.once('exit', killNow);
  const redis: RedisServer = {
    port,
    async start() {
      await rm(path.join(directory, 'nodes.conf'), { force: true });
      server = spawn('redis-server', serverArguments(port, busPort, directory), {
        stdio: 'ignore',
      });
      await until(async () => (await say(port, 'PING')).startsWith('+PONG'));
      await mustSay(port, 'CLUSTER ADDSLOTSRANGE 0 16383');
      await until(async () => (await say(port, 'CLUSTER INFO')).includes('cluster_state:ok'));
      if (user !== undefined) await mustSay(port, `ACL SETUSER ${user}`);
    },
    async kill() {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      if (killNow()) await ended;
    },
    async stop() {
      process.off('exit', killNow);
      await redis.kill();
      await rm(directory, { recursive: true, force: true });
    },
    freeze: () => server?.kill('SIGSTOP'),
    thaw: () => server?.kill('SIGCONT'),
  };
  await redis.start();
  return redis;
}

const serverArguments = (port: number, busPort: number, directory: string) => [
  ...['--port', String(port), '--cluster-port', String(busPort), '--bind', '127.0.0.1'],
  ...['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1'],
  ...['--dir', directory, '--save', '', '--appendonly', 'no'],
];

/** One command, and the beginning of what is answered. */
function say(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(String(answer));
    });
    socket.once('error', reject);
  });
}

async function mustSay(port: number, command: string): Promise<void> {
  const answer = await say(port, command);
  if (!answer.startsWith('+OK')) throw new Error(answer);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + START_TIMEOUT_MS;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > deadlineMs) throw new Error('Redis does not start; is redis-server there?');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
