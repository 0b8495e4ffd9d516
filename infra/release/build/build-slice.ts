import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runTool } from '../run-tool';
import { type ReleaseBuild, releaseDirectory } from './builds';
import { eventsOf } from './events';
import { packRelease } from './pack-release';
import { serviceDocuments } from './service-documents';

/** Keep in step with `distDir` of the kit's slice configuration. */
const BUILD_DIRECTORY = 'dist/build';

/**
 * Builds a slice's container under the release's name and lays its files out for upload.
 * Throws with the build's output when the slice does not compile.
 */
export async function buildSlice(build: ReleaseBuild): Promise<string> {
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
  const services = await serviceDocuments(build.root, build.slice, path.join(draft, 'server'));
  const events = await eventsOf(sliceDirectory);
  await packRelease({ ...build, directory: draft, output, stylesheet, services, events });
  await rm(target, { recursive: true, force: true });
  await rename(draft, target);
  return target;
}

/** The rest of a Next build is the skeleton of an app that is never served. */
function isContainerFile(relativePath: string): boolean {
  return !/^(main|main-app|framework|webpack|polyfills)-|^pages(\/|$)|\.json$/.test(relativePath);
}

async function compileStylesheet(build: ReleaseBuild, draft: string): Promise<string> {
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

/** Runs a tool of the repository in the slice's directory, as a build of this release. */
async function run({ root, slice, release }: ReleaseBuild, command: string[]): Promise<void> {
  await runTool(root, command, {
    cwd: path.join(root, slice),
    env: {
      MF_RELEASE: release,
      NEXT_PRIVATE_LOCAL_WEBPACK: 'true',
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
    },
  });
}
