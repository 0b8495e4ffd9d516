import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EXPOSED_MODULES } from '@marketplace/kit/slice';
import { type ReleaseBuild, releaseDirectory } from '../build/builds';
import { packRelease } from '../build/pack-release';

/** Lays out a release of a few words in the place of a real build. */
export async function aBuild(build: ReleaseBuild): Promise<string> {
  const directory = releaseDirectory(build);
  const output = path.join(build.root, 'output', build.slice);
  const write = async (file: string, content: string) => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  };
  const exposes = EXPOSED_MODULES[build.slice].map((name) => ({
    name,
    assets: { js: { sync: [`static/chunks/${name}.js`] } },
  }));
  const plugin = JSON.stringify({ exposes, shared: [{ name: 'react' }] });
  await write(path.join(output, 'static/chunks/mf-manifest.json'), plugin);
  for (const { name } of exposes) {
    await write(path.join(directory, `browser/static/chunks/${name}.js`), name);
  }
  await write(path.join(directory, 'browser/static/chunks/remoteEntry.js'), build.release);
  await write(path.join(directory, 'browser/static/css/slice.css'), 'css');
  await write(path.join(directory, 'server/remoteEntry.js'), build.release);
  await packRelease({
    ...build,
    directory,
    output,
    stylesheet: 'static/css/slice.css',
    services: [],
    events: { sends: [], hears: [] },
  });
  return directory;
}
