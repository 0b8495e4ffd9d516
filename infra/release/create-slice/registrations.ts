import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NewSlice } from './files';

interface Registration {
  file: string;
  register: (text: string, slice: NewSlice) => string;
}

/** Puts `added` behind the first match; throws when the file no longer looks as expected. */
function behind(text: string, anchor: RegExp, added: string): string {
  const match = anchor.exec(text);
  if (!match) throw new Error(`${anchor} is no longer there`);
  const end = match.index + match[0].length;
  return text.slice(0, end) + added + text.slice(end);
}

/** Everywhere that names every slice. What is forgotten here fails to compile or to boot. */
const REGISTRATIONS: Registration[] = [
  {
    file: 'services/domain/releases/records.ts',
    register: (text, { slice }) =>
      text.replace(/SLICES = \[([^\]]*)\]/, (_, list: string) => {
        const names = [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
        return `SLICES = [${[...names, slice]
          .sort()
          .map((name) => `'${name}'`)
          .join(', ')}]`;
      }),
  },
  {
    // Until the slice has a service of its own, the catalog's listens.
    file: 'services/domain/vitals/index.ts',
    register: (text, { slice }) =>
      behind(text, /VITALS_PATHS = \{/, `\n  '${slice}': '/api/catalog/vitals',`),
  },
  {
    file: 'shell/kit/slice/modules.ts',
    register: (text, { slice, module }) =>
      behind(text, /EXPOSED_MODULES = \{/, `\n  '${slice}': ['${module}'],`),
  },
  {
    file: 'package.json',
    register: (text, { slice }) => behind(text, /"mf-provider-portal",/, `\n    "${slice}",`),
  },
  {
    file: 'tsconfig.json',
    register: (text, { slice }) => behind(text, /"mf-provider-portal",/, `\n    "${slice}",`),
  },
  {
    file: 'infra/tasks/lib/proof/gates.mjs',
    register: (text, { slice }) => behind(text, /'mf-provider-portal'/, `, '${slice}'`),
  },
  {
    file: '.dependency-cruiser.cjs',
    register: (text, { short }) =>
      behind(text, /\^mf-\(catalog\|booking\|provider-portal/, `|${short}`),
  },
];

/** Makes the new slice known to the shell, the edge, the toolchain and the boundaries. */
export async function registerSlice(root: string, slice: NewSlice): Promise<string[]> {
  for (const { file, register } of REGISTRATIONS) {
    const target = path.join(root, file);
    const text = await readFile(target, 'utf8');
    const next = register(text, slice);
    if (next === text)
      throw new Error(`${file} does not look as expected: ${slice.slice} is not in it.`);
    await writeFile(target, next);
  }
  return REGISTRATIONS.map(({ file }) => file);
}
