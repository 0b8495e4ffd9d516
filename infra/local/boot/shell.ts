import { existsSync } from 'node:fs';
import path from 'node:path';
import { startChild } from '../child';
import type { Log, Part } from '../part';
import { until } from '../until';

export interface ShellOptions {
  port: number;
  /** Next's standalone `server.js`. */
  serverFile: string;
  env: Record<string, string>;
  log: Log;
}

const READY_TIMEOUT_MS = 60_000;
const LOOPBACK_HOSTS = new URL('../loopback-hosts.ts', import.meta.url).href;

/** The shell's server as its own process, as the hosting service runs it. */
export async function startShell({ port, serverFile, env, log }: ShellOptions): Promise<Part> {
  if (!existsSync(serverFile)) {
    throw new Error(`The shell is not built (${serverFile} is missing): run \`npm run build\`.`);
  }
  const url = `http://127.0.0.1:${port}`;
  const server = startChild({
    name: 'shell',
    command: process.execPath,
    args: ['--enable-source-maps', '--import', LOOPBACK_HOSTS, serverFile],
    cwd: path.dirname(serverFile),
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      ...env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
    },
    log,
  });
  const answers = async () => (await fetch(`${url}/_next/static/ready`)) && 'ready';
  const outcome = await Promise.race([until(answers, READY_TIMEOUT_MS), server.exited]);
  if (outcome !== 'ready') {
    await server.stop();
    throw new Error(`The shell did not start (${outcome ?? 'no answer'}): see its log.`);
  }
  return {
    name: 'shell',
    url,
    stop: server.stop,
    health: async () => {
      const rssBytes = server.rssBytes();
      return {
        ready: server.running(),
        detail: server.running() ? 'Next server' : `Next server has ended (${await server.exited})`,
        ...(rssBytes !== undefined && { rssBytes }),
      };
    },
  };
}
