import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { SliceName } from '@marketplace/kit/slice';
import { packRelease } from './pack-release';

interface Build {
  root: string;
  slice: SliceName;
  release: string;
}

/** Keep in step with `distDir` of the kit's slice configuration. */
const BUILD_DIRECTORY = 'dist/build';

/** Directory with the upload-ready files of a release: `browser/`, `server/`, `manifest.json`. */
export function releaseDirectory({ root, slice, release }: Build): string {
  return path.join(root, slice, 'dist/releases', release);
}

/**
 * Builds a slice's container under the release's name and lays its files out for upload.
 * Throws with the build's output when the slice does not compile.
 */
export async function buildSlice(build: Build): Promise<string> {
  const sliceDirectory = path.join(build.root, build.slice);
  const output = path.join(sliceDirectory, BUILD_DIRECTORY);
  const target = releaseDirectory(build);
  const draft = `${target}.draft`;
  await rm(draft, { recursive: true, force: true });
  await rm(output, { recursive: true, force: true });
  await run(build, ['next', 'build', '--experimental-build-mode', 'compile']);
  await mkdir(path.join(draft, 'browser/static/css'), { recursive: true });
  await cp(path.join(output, 'static/chunks'), path.join(draft, 'browser/static/chunks'), {
    recursive: true,
    filter: (source) => isContainerFile(path.relative(path.join(output, 'static/chunks'), source)),
  });
  await cp(path.join(output, 'ssr'), path.join(draft, 'server'), {
    recursive: true,
    filter: (source) => path.extname(source) !== '.json',
  });
  const stylesheet = await compileStylesheet(build, draft);
  await packRelease({ ...build, directory: draft, output, stylesheet });
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
  return target;
}

/** The rest of a Next build is the skeleton of an app that is never served. */
function isContainerFile(relativePath: string): boolean {
  return !/^(main|main-app|framework|webpack|polyfills)-|^pages(\/|$)|\.json$/.test(relativePath);
}

async function compileStylesheet(build: Build, draft: string): Promise<string> {
  const draftFile = path.join(draft, 'browser/static/css/slice.css');
  await run(build, [
    ...['tailwindcss', '-c', 'tailwind.config.ts', '-i', 'styles/slice.css'],
    ...['-o', draftFile, '--minify'],
  ]);
  const content = await readFile(draftFile);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const name = `static/css/slice.${hash}.css`;
  await rename(draftFile, path.join(draft, 'browser', name));
  return name;
}

/** Runs a tool of the repository in the slice's directory; its output is shown only when it fails. */
async function run({ root, slice, release }: Build, [tool = '', ...args]: string[]): Promise<void> {
  const child = spawn(path.join(root, 'node_modules/.bin', tool), args, {
    cwd: path.join(root, slice),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      MF_RELEASE: release,
      NEXT_PRIVATE_LOCAL_WEBPACK: 'true',
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk;
    });
  }
  const [exitCode] = await once(child, 'close');
  if (exitCode !== 0) throw new Error(`${tool} failed for ${slice}:\n${output.slice(-4000)}`);
}
