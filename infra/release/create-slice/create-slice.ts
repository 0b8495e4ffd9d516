import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type NewSlice, requireFree } from './new-slice';
import { registerSlice } from './registrations';
import { componentFiles } from './templates/components';
import { moduleFiles, shellPage } from './templates/module';
import { textFiles } from './templates/texts';

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

/**
 * Writes a slice that passes every check, a route of the shell that shows it, and its name wherever
 * slices are listed. Gives the files that were changed.
 */
export async function createSlice(root: string, slice: NewSlice): Promise<string[]> {
  requireFree(root, slice);
  const directory = path.join(root, slice.slice);
  for (const file of SETTINGS) {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(root, MODEL, file), target);
  }
  for (const file of ['next.config.ts', 'tailwind.config.ts']) {
    await edit(path.join(directory, file), (text) => text.replaceAll(MODEL, slice.slice));
  }
  await writePackage(root, directory, slice);
  const files = { ...textFiles(slice), ...componentFiles(slice), ...moduleFiles(slice) };
  for (const [file, text] of Object.entries(files)) {
    const target = path.join(directory, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const page = path.join('shell/pages', `${slice.short}.tsx`);
  await writeFile(path.join(root, page), shellPage(slice));
  return [...(await registerSlice(root, slice)), page];
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
