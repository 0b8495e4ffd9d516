import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { LocalManifest } from '@marketplace/kit/federation/manifest';
import compileMessages from '@marketplace/kit/federation/messages/compile-messages';
import { containerName } from '@marketplace/kit/federation/names';
import type { SliceName } from '@marketplace/kit/slice';

/** What a watched compiler is told to build: as long as the names that take its place, in every name made of it. */
export const WATCHED_RELEASE = 'live00000000';
const ENTRY = 'static/chunks/remoteEntry.js';
const STYLESHEET = 'static/css/slice.css';
const MESSAGES = 'messages';
/** A page may still load from the build before. */
const KEPT_BUILDS = 3;

interface LiveBuild {
  slice: SliceName;
  /** What the compiler wrote, by path. */
  scripts: Record<string, string>;
  stylesheet: string;
  /** Catalogues as people write them, by name of their file. */
  catalogues: Record<string, string>;
}

/**
 * Lays a build out below `served` as a release of its own: with a name, and so with globals and
 * addresses, that no build before it had. A page can then take it while the one before still runs.
 */
export async function layOut(build: LiveBuild, served: string, now: Date): Promise<LocalManifest> {
  const { slice, scripts, stylesheet, catalogues } = build;
  const release = `live${now.getTime().toString(36)}`;
  const container = containerName(slice, release);
  const files = {
    ...mapValues(scripts, (text) => text.replaceAll(WATCHED_RELEASE, release)),
    [STYLESHEET]: stylesheet,
    ...Object.fromEntries(
      Object.entries(catalogues).map(([name, text]) => [
        `${MESSAGES}/${name}`,
        compileMessages(text),
      ]),
    ),
  };
  await writeFiles(path.join(served, 'browser', release), files);
  const manifest: LocalManifest = {
    slice,
    release,
    container,
    browser: {
      entry: `${release}/${ENTRY}`,
      stylesheets: [`${release}/${STYLESHEET}`],
      integrity: {},
    },
    messages: `${release}/${MESSAGES}`,
  };
  const draft = path.join(served, 'manifest.json.draft');
  await writeFile(draft, JSON.stringify(manifest));
  await rename(draft, path.join(served, 'manifest.json'));
  await prune(path.join(served, 'browser'));
  return manifest;
}

async function writeFiles(directory: string, files: Record<string, string>): Promise<void> {
  const written = Object.entries(files).map(async ([file, text]) => {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  });
  await Promise.all(written);
}

/** Names sort by time. */
async function prune(directory: string): Promise<void> {
  const outdated = (await readdir(directory)).sort().slice(0, -KEPT_BUILDS);
  await Promise.all(
    outdated.map((name) => rm(path.join(directory, name), { recursive: true, force: true })),
  );
}

function mapValues(
  values: Record<string, string>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
