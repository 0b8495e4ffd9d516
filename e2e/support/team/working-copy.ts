import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { baseUrl } from '../api';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const WORKSPACES = { kit: 'shell/kit', services: 'services', edge: 'edge', infra: 'infra' };
const WITH_OWN_PACKAGES = ['shell', 'services', 'infra', 'mf-catalog'];

/** A team's own clone: what it changes and releases touches nobody else's files. */
export interface WorkingCopy {
  edit(file: string, change: (text: string) => string): Promise<void>;
  /** `npm run release -- <args>` against the cloud under test; gives its output. */
  release(...args: string[]): Promise<string>;
  /** `npm run serve-release -- <slice>`, until it is stopped: the newest build of a slice, at this port. */
  serve(slice: string): Promise<string>;
  /** `npm run dev -w <slice>`, until it is stopped, at this port. */
  develop(slice: string): Promise<string>;
  /** Ends whatever serves from it. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** Copies the sources and borrows the packages that are installed. */
export async function aWorkingCopy(): Promise<WorkingCopy> {
  const root = await mkdtemp(path.join(tmpdir(), 'team-'));
  const list = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT });
  for (const file of list.toString().trim().split('\n')) {
    await cp(path.join(ROOT, file), path.join(root, file)).catch(ignoreMissing);
  }
  await mkdir(path.join(root, 'node_modules/@marketplace'), { recursive: true });
  for (const name of await readdir(path.join(ROOT, 'node_modules'))) {
    if (name === '@marketplace') continue;
    await symlink(path.join(ROOT, 'node_modules', name), path.join(root, 'node_modules', name));
  }
  for (const [name, folder] of Object.entries(WORKSPACES)) {
    await symlink(path.join(root, folder), path.join(root, 'node_modules/@marketplace', name));
  }
  for (const folder of WITH_OWN_PACKAGES) {
    const own = path.join(ROOT, folder, 'node_modules');
    if (existsSync(own)) await symlink(own, path.join(root, folder, 'node_modules'));
  }
  const running: ReturnType<typeof startTool>[] = [];
  const portOfTool = (...tool: Parameters<typeof startTool>) => {
    const child = startTool(...tool);
    running.push(child);
    return portOf(child);
  };
  const stop = async () => {
    await Promise.all(running.map(stopped));
  };
  return {
    edit: async (file, change) => {
      const target = path.join(root, file);
      await writeFile(target, change(await readFile(target, 'utf8')));
    },
    release: (...args) => runRelease(root, args),
    serve: (slice) => portOfTool(root, ['infra/release/serve/main.ts', slice, '--port', '0']),
    develop: (slice) =>
      portOfTool(path.join(root, slice), ['../infra/release/dev/main.ts', '--port', '0'], {
        NODE_ENV: 'development',
        NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      }),
    stop,
    remove: async () => {
      await stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

function startTool(cwd: string, args: string[], settings: Record<string, string> = {}) {
  const bin = path.join(ROOT, 'node_modules/.bin');
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    PORT: new URL(baseUrl()).port,
    RELEASED_BY: 'journey@demo.test',
    ...settings,
  };
  return spawn(path.join(bin, 'tsx'), args, { cwd, env });
}

async function stopped(child: ReturnType<typeof startTool>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

/** The port in the address that a tool says it serves at; what it says later is read and dropped. */
function portOf({ stdout, stderr }: ReturnType<typeof startTool>): Promise<string> {
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk;
      const [, port] = /http:\/\/[\w.]+:(\d+)/.exec(output) ?? [];
      if (port) resolve(port);
    };
    stdout.on('data', hear).once('end', () => reject(new Error(`It ended: ${output}`)));
    stderr.on('data', hear);
  });
}

function runRelease(root: string, args: string[]): Promise<string> {
  const child = startTool(root, ['infra/release/cli/main.ts', ...args]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`release ${args.join(' ')}:\n${output}`)),
    );
  });
}
