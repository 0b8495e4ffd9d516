import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** As much of PostCSS as is called here: the slice brings it. */
type Postcss = (plugins: unknown[]) => {
  process(css: string, options: { from: string }): PromiseLike<{ css: string }>;
};

const STYLESHEET = 'styles/slice.css';
const MESSAGES = 'messages';

/** What a slice's build is made of beside its modules: files whose change makes a new one. */
export async function otherSources(directory: string): Promise<string[]> {
  const catalogues = (await readdir(path.join(directory, MESSAGES))).map((name) =>
    path.join(MESSAGES, name),
  );
  return [STYLESHEET, 'tailwind.config.ts', ...catalogues].map((file) =>
    path.join(directory, file),
  );
}

/** The slice's stylesheet, made by its own PostCSS as in its `postcss.config.mjs`; quick the second time. */
export async function stylesheetOf(directory: string): Promise<string> {
  const requireOwn = createRequire(path.join(directory, 'package.json'));
  const postcss: Postcss = requireOwn('postcss');
  const { href } = pathToFileURL(path.join(directory, 'postcss.config.mjs'));
  const { default: config }: { default: { plugins: Record<string, object> } } = await import(href);
  const plugins = Object.entries(config.plugins).map(([name, options]) =>
    requireOwn(name)(options),
  );
  const file = path.join(directory, STYLESHEET);
  return (await postcss(plugins).process(await readFile(file, 'utf8'), { from: file })).css;
}

/** The slice's catalogues by name of their file, `de.json`. */
export async function cataloguesOf(directory: string): Promise<Record<string, string>> {
  const names = await readdir(path.join(directory, MESSAGES));
  const read = names.map(
    async (name): Promise<[string, string]> => [
      name,
      await readFile(path.join(directory, MESSAGES, name), 'utf8'),
    ],
  );
  return Object.fromEntries(await Promise.all(read));
}
