import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { NewSlice } from './new-slice';

type Register = (text: string, slice: NewSlice) => string;

/** Slices are listed up to this one; a new one comes behind it. */
const LAST = 'mf-provider-portal';

/** Puts what a slice adds behind the first place that looks like this. */
const behind =
  (anchor: RegExp, added: (slice: NewSlice) => string): Register =>
  (text, slice) =>
    text.replace(anchor, (found) => found + added(slice));

/** Puts the slice's name behind the last one, in every list of the file. */
const listed =
  (separator: string, quote: string): Register =>
  (text, { slice }) =>
    text.replaceAll(
      new RegExp(`${quote}${LAST}${quote}(?=[,\\s\\]])`, 'g'),
      (found) => `${found},${separator}${quote}${slice}${quote}`,
    );

const sorted: Register = (text, { slice }) =>
  text.replace(/SLICES = \[([^\]]*)\]/, (_, list: string) => {
    const names = [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
    const all = [...names, slice].sort().map((name) => `'${name}'`);
    return `SLICES = [${all.join(', ')}]`;
  });

/** Everywhere that names every slice. What is forgotten here fails to compile, to be checked or to boot. */
const REGISTRATIONS: Record<string, Register> = {
  'services/domain/releases/records.ts': sorted,
  // Until the slice has a service of its own, the catalog's listens.
  'services/domain/vitals/index.ts': behind(
    /VITALS_PATHS = \{/,
    ({ slice }) => `\n  '${slice}': '/api/catalog/vitals',`,
  ),
  'shell/kit/slice/modules.ts': behind(
    /EXPOSED_MODULES = \{/,
    ({ slice, module }) => `\n  '${slice}': ['${module}'],`,
  ),
  'package.json': listed('\n    ', '"'),
  'tsconfig.json': listed('\n    ', '"'),
  'infra/tasks/lib/proof/gates.mjs': listed(' ', "'"),
  'infra/test/boundaries.test.ts': listed(' ', "'"),
  'shell/kit/ui/testing/class-lists.test.ts': listed(' ', "'"),
  '.dependency-cruiser.cjs': behind(
    /\^mf-\(catalog\|booking\|provider-portal/,
    ({ short }) => `|${short}`,
  ),
};

/** Makes the new slice known to the shell, the edge, the toolchain and the boundaries. */
export async function registerSlice(root: string, slice: NewSlice): Promise<string[]> {
  for (const [file, register] of Object.entries(REGISTRATIONS)) {
    const target = path.join(root, file);
    const text = await readFile(target, 'utf8');
    const next = register(text, slice);
    if (next === text) {
      throw new Error(`${file} does not look as expected: ${slice.slice} is not in it.`);
    }
    await writeFile(target, next);
  }
  return Object.keys(REGISTRATIONS);
}
