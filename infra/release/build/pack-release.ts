import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha384 } from '@marketplace/kit/federation/integrity';
import { type ReleaseManifest, releaseManifest } from '@marketplace/kit/federation/manifest';
import { containerName } from '@marketplace/kit/federation/names';
import { CONTRACT_VERSION, EXPOSED_MODULES, type SliceName } from '@marketplace/kit/slice';
import { z } from 'zod';
import type { SliceEvents } from './events';

interface Packing {
  slice: SliceName;
  release: string;
  /** Holds `browser/` and `server/`; gets `manifest.json`. */
  directory: string;
  /** Next's output, for the plugin's own manifest of chunks. */
  output: string;
  /** Path of the slice's stylesheet below `browser/`. */
  stylesheet: string;
  /** Services whose documents lie in `server/openapi/`. */
  services: string[];
  events: SliceEvents;
}

const pluginManifest = z.object({
  shared: z.array(z.object({ name: z.string() })),
  exposes: z.array(
    z.object({
      name: z.string(),
      assets: z.object({ js: z.object({ sync: z.array(z.string()) }) }),
    }),
  ),
});

/** Writes the release's manifest, not yet signed; throws when a module of the contract is missing from the build. */
export async function packRelease(packing: Packing): Promise<ReleaseManifest> {
  const { slice, release, directory } = packing;
  const plugin = await readPluginManifest(packing);
  const manifest = releaseManifest.parse({
    contractVersion: CONTRACT_VERSION,
    slice,
    release,
    container: containerName(slice, release),
    builtAt: new Date().toISOString(),
    sharedModules: plugin.shared.map(({ name }) => name).sort(),
    services: packing.services,
    events: packing.events,
    browser: {
      entry: 'static/chunks/remoteEntry.js',
      stylesheets: [packing.stylesheet],
      chunks: exposedChunks(slice, plugin),
      integrity: await integrityOf(path.join(directory, 'browser')),
    },
    server: {
      entry: 'remoteEntry.js',
      integrity: await integrityOf(path.join(directory, 'server')),
    },
  } satisfies ReleaseManifest);
  await writeFile(path.join(directory, 'manifest.json'), JSON.stringify(manifest, null, 2));
  return manifest;
}

async function readPluginManifest({ output }: Packing): Promise<z.infer<typeof pluginManifest>> {
  const file = path.join(output, 'static/chunks/mf-manifest.json');
  return pluginManifest.parse(JSON.parse(await readFile(file, 'utf8')));
}

function exposedChunks(slice: SliceName, { exposes }: z.infer<typeof pluginManifest>) {
  const chunks = Object.fromEntries(exposes.map(({ name, assets }) => [name, assets.js.sync]));
  const missing = EXPOSED_MODULES[slice].filter((name) => !chunks[name]);
  if (missing.length > 0) throw new Error(`${slice} does not expose ${missing.join(', ')}.`);
  return chunks;
}

async function integrityOf(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const hashed = files.map(async (file) => {
    const relative = path.relative(directory, file).split(path.sep).join('/');
    return [relative, sha384(await readFile(file))] as const;
  });
  return Object.fromEntries(await Promise.all(hashed));
}
