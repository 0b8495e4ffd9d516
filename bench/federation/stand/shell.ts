import { spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../../../infra/local/testing';
import { evaluate, inspectorOf, liveBytes } from '../../support/inspector';
import { PUBLIC_KEY } from './clones';

const ROOT = path.resolve(import.meta.dirname, '../../..');
export const SHELL_SERVER = path.join(ROOT, 'shell/.next/standalone/shell/server.js');
const READY_LIMIT_MS = 60_000;

export interface Shell {
  url: string;
  /** Bytes in use after a collection. */
  liveBytes(): Promise<number>;
  /** Processor time so far. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** A Next server as the shell's is built, with the bucket, the release store and the services replaced. */
export async function startServer(
  server: string,
  environment: Record<string, string>,
  storeUrl: string,
): Promise<Shell> {
  const [port, inspector] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const hosts = path.join(ROOT, 'infra/local/loopback-hosts.ts');
  const child = spawn(
    process.execPath,
    [`--inspect=127.0.0.1:${inspector}`, '--import', hosts, server],
    {
      cwd: path.dirname(server),
      stdio: 'ignore',
      env: {
        ...process.env,
        ...environment,
        ...servicesThrough(environment, storeUrl),
        RELEASE_PUBLIC_KEYS: PUBLIC_KEY,
        AWS_ENDPOINT_URL_S3: storeUrl.replace('localhost', '127.0.0.1'),
        AWS_ENDPOINT_URL_CLOUDFRONT_KEYVALUESTORE: storeUrl,
        NODE_ENV: 'production',
        HOSTNAME: '127.0.0.1',
        PORT: String(port),
      },
    },
  );
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = () => child.kill();
  process.once('exit', kill);
  await untilAnswers(`${url}/_next/static/ready`);
  const ask = await inspectorOf(inspector);
  return {
    url,
    liveBytes: () => liveBytes(ask),
    cpuMs: async () => {
      const expression = '(({ user, system }) => (user + system) / 1000)(process.cpuUsage())';
      return (await evaluate(ask, expression)) as number;
    },
    stop: async () => {
      // It holds nothing, and would wait for connections that nobody ends.
      process.off('exit', kill);
      child.kill('SIGKILL');
      await exited;
    },
  };
}

const REST_API_PORT_OFFSET = 18;

/** The services of the local cloud, behind the store's copies of their answers. */
function servicesThrough(environment: Record<string, string>, storeUrl: string) {
  const port = Number(new URL(environment.PUBLIC_ORIGIN ?? '').port) + REST_API_PORT_OFFSET;
  const through = (name: string) =>
    `${storeUrl}/service/${encodeURIComponent(`http://127.0.0.1:${port}/${name}/v1`)}`;
  return {
    CATALOG_API_URL: through('catalog'),
    BOOKING_API_URL: through('booking'),
    PROVIDER_API_URL: through('provider'),
  };
}

async function untilAnswers(url: string): Promise<void> {
  const deadlineMs = Date.now() + READY_LIMIT_MS;
  while (Date.now() < deadlineMs) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Nothing answers at ${url}: is it built?`);
}
