import { access, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type NewSlice, shellPage, sliceFiles } from './files';
import { registerSlice } from './registrations';

/** A slice whose settings every other one shares. */
const MODEL = 'mf-catalog';
const SETTINGS = [
  'tsconfig.json',
  'next.config.ts',
  'tailwind.config.ts',
  'postcss.config.mjs',
  'styles/slice.css',
  'pages/_app.tsx',
  'pages/_document.tsx',
];
const NAME = /^(?:mf-)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;

/** What a slice is called, from `gifts` or `mf-gifts`; throws a sentence when it cannot be. */
export function sliceNamed(name: string | undefined): NewSlice {
  const short = NAME.exec(name ?? '')?.[1];
  if (!short) {
    throw new Error('Usage: npm run create-slice -- <name>, in lower case, such as `gifts`.');
  }
  const module = short.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return { slice: `mf-${short}`, short, module };
}

/**
 * Writes a slice that passes every check, a route of the shell that shows it, and its name wherever
 * slices are listed. Gives the files that were changed.
 */
export async function createSlice(root: string, slice: NewSlice): Promise<string[]> {
  const directory = path.join(root, slice.slice);
  if (await exists(directory)) throw new Error(`${slice.slice} exists already.`);
  const page = path.join(root, 'shell/pages', `${slice.short}.tsx`);
  if (await exists(page)) throw new Error(`The shell has a page /${slice.short} already.`);
  for (const file of SETTINGS) {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(root, MODEL, file), target);
  }
  for (const file of ['next.config.ts', 'tailwind.config.ts']) {
    await edit(path.join(directory, file), (text) => text.replaceAll(MODEL, slice.slice));
  }
  await writePackage(root, directory, slice);
  for (const [file, text] of Object.entries(sliceFiles(slice))) {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  await writeFile(page, shellPage(slice));
  return [...(await registerSlice(root, slice)), path.relative(root, page)];
}

async function writePackage(root: string, directory: string, { slice }: NewSlice): Promise<void> {
  const model = JSON.parse(await readFile(path.join(root, MODEL, 'package.json'), 'utf8'));
  // Icons come with the first screen that needs one.
  const { 'lucide-react': _icons, ...dependencies } = model.dependencies;
  const text = JSON.stringify({ ...model, name: slice, dependencies }, null, 2);
  await writeFile(path.join(directory, 'package.json'), `${text}\n`);
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
