import { type ChildProcess, spawn } from 'node:child_process';
import { engineCommand } from './dynamodb-engine';
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
  const { command, args, cwd } = engineCommand({ port });
  const engine = spawn(command, args, { cwd, stdio: 'ignore' });
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
