import { mkdirSync } from 'node:fs';
import {
  engineCommand,
  type EngineOptions as Settings,
} from '@marketplace/services/shared/testing/dynamodb-engine';
import { type Child, outputOf, startChild } from '../../child';
import type { Log } from '../../part';

const JAVA_MIN_VERSION = 17;

export interface EngineOptions extends Settings {
  log: Log;
}

/** Starts AWS's DynamoDB Local; the caller waits until it answers. */
export async function startEngine({ log, ...settings }: EngineOptions): Promise<Child> {
  await requireJava();
  if (settings.dataDir !== undefined) mkdirSync(settings.dataDir, { recursive: true });
  return startChild({
    name: 'dynamodb',
    ...engineCommand(settings),
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
