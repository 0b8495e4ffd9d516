import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { browserPrefix } from '@marketplace/kit/federation/names';
import { buildSlice } from '../../../infra/release/build/build-slice';
import { asItIs, type ServerFiles } from './clones';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const COPY = path.join(ROOT, '.local/variants');
const SLICE = 'mf-catalog';
const SCREEN = 'exposes/Home.tsx';
const NOT_SOURCES = /[\\/](node_modules|dist|\.next)$/;

/** What the home page of a variant says, on the server and in the browser. */
export const wordsOf = (release: string) => `Release ${release} says hello`;

/** A release as the compiler made it. */
export interface BuiltRelease {
  server: ServerFiles;
  /** By their path below the origin. */
  browser: Map<string, Buffer>;
}

/** A copy of the slice whose sources may be changed; everything else is the working tree. */
export async function prepareVariants(): Promise<void> {
  await rm(COPY, { recursive: true, force: true });
  await mkdir(COPY, { recursive: true });
  for (const name of ['node_modules', 'shell', 'services', 'tsconfig.base.json', 'package.json']) {
    await symlink(path.join(ROOT, name), path.join(COPY, name));
  }
  await cp(path.join(ROOT, SLICE), path.join(COPY, SLICE), {
    recursive: true,
    filter: (source) => !NOT_SOURCES.test(source),
  });
}

/** Changes the sources and builds them as a release is built, from an empty output directory. */
export async function buildVariant(release: string): Promise<BuiltRelease> {
  const original = await readFile(path.join(ROOT, SLICE, SCREEN), 'utf8');
  const changed = original.replace(
    '<HomeScreen {...props} />',
    `<HomeScreen {...props} /><p hidden>{${JSON.stringify(wordsOf(release))}}</p>`,
  );
  if (changed === original) throw new Error(`${SCREEN} does not look as expected`);
  await writeFile(path.join(COPY, SLICE, SCREEN), changed);
  const directory = await buildSlice({ root: COPY, slice: SLICE, release });
  const files = await builtFiles(directory);
  await rm(directory, { recursive: true });
  return files;
}

async function builtFiles(directory: string): Promise<BuiltRelease> {
  const manifest = JSON.parse(await readFile(path.join(directory, 'manifest.json'), 'utf8'));
  const below = browserPrefix(SLICE, manifest.release);
  const browser = await filesBelow(path.join(directory, 'browser'));
  return {
    server: asItIs({ manifest, server: await filesBelow(path.join(directory, 'server')) }),
    browser: new Map([...browser].map(([name, content]) => [below + name, content])),
  };
}

async function filesBelow(directory: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const contents = files.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [path.relative(directory, file), await readFile(file)] as const;
  });
  return new Map(await Promise.all(contents));
}
