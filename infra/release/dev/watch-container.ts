import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { containerCompiler, type Stats } from '@marketplace/kit/federation/container-compiler';
import type { LocalReport } from '@marketplace/kit/federation/manifest';
import { SLICE_NAMES } from '@marketplace/kit/slice';
import { layOut } from './live-build';
import { cataloguesOf, otherSources, stylesheetOf } from './slice-sources';

const SCRIPT = /\.js(\.map)?$/;

/**
 * `watch-container <slice's directory> <where to lay builds out>`, a process of its own since it wants a
 * release's environment: builds a slice's container again at every change and tells who started it.
 */
const [directory = '', served = ''] = process.argv.slice(2);
const slice = SLICE_NAMES.find((name) => name === path.basename(directory));
const compiled = path.join(served, 'compiled');

function report(message: LocalReport): void {
  if ('problem' in message) console.error(message.problem);
  process.send?.(message);
}
process.on('disconnect', () => process.exit());

const compiler = await containerCompiler(directory, compiled);
compiler.hooks.afterCompile.tapPromise('other sources', async ({ fileDependencies }) => {
  fileDependencies.addAll(await otherSources(directory));
});
compiler.hooks.done.tapPromise('live build', async (stats) => {
  report(await built(stats).catch((error: unknown) => ({ problem: String(error) })));
});
compiler.watch(compiler.options.watchOptions, (error) => {
  if (error) report({ problem: error.message });
});

async function built(stats: Stats): Promise<LocalReport> {
  const { errors = [] } = stats.toJson({ all: false, errors: true });
  const [error] = errors;
  if (error) return { problem: legible(`${error.moduleName ?? slice}: ${error.message}`) };
  if (!slice) throw new Error(`${directory} is no slice.`);
  const files = Object.keys(stats.compilation.assets).filter((file) => SCRIPT.test(file));
  const read = files.map(
    async (file): Promise<[string, string]> => [
      file,
      await readFile(path.join(compiled, file), 'utf8'),
    ],
  );
  const { release } = await layOut(
    {
      slice,
      scripts: Object.fromEntries(await Promise.all(read)),
      stylesheet: await stylesheetOf(directory),
      catalogues: await cataloguesOf(directory),
    },
    served,
    new Date(),
  );
  return { release };
}

/** Without colours, and without the stack of the tool that complains. */
function legible(problem: string): string {
  const [said = problem] = stripVTControlCharacters(problem).split(/\n\s*Caused by:/);
  return said.trim();
}
