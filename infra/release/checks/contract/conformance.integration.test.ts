import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXPOSED_MODULES, SLICE_NAMES } from '@marketplace/kit/slice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractBreaches } from './conformance';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const COMPILE_LIMIT_MS = 120_000;

describe('a slice', () => {
  it.each(SLICE_NAMES)(
    '%s keeps the contract',
    (slice) => {
      const directory = path.join(ROOT, slice);
      expect(contractBreaches({ root: ROOT, directory, modules: EXPOSED_MODULES[slice] })).toEqual(
        [],
      );
    },
    COMPILE_LIMIT_MS,
  );
});

describe('a slice with a planted break', () => {
  let directory: string;
  const modules = ['Sound', 'Props', 'Fallback', 'Loader', 'Slot'];
  const server = `import type { Loaded } from '@marketplace/kit/slice';
    export const load = async (): Promise<Loaded<{ count: number }>> => ({ props: { count: 1 }, head: { title: '' } });`;
  const component = (props = '{ count: number }', rest = '') =>
    `export default function Module(_: ${props}) { return null; }
     export const Fallback = () => null; ${rest}`;

  beforeAll(() => {
    directory = mkdtempSync(path.join(ROOT, 'infra/release/checks/contract/.planted-'));
    mkdirSync(path.join(directory, 'exposes'));
    const write = (file: string, text: string) =>
      writeFileSync(path.join(directory, 'exposes', file), text);
    for (const name of modules) {
      write(`${name}.tsx`, component());
      write(`${name}.server.ts`, server);
    }
    write('Props.tsx', component('{ counts: number }'));
    write('Fallback.tsx', 'export default function Module() { return null; }');
    write('Loader.server.ts', 'export const load = async () => ({ props: { count: 1 } });');
    write('Slot.tsx', component('{ count: number; slot: { theme: string } }'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  it(
    'is told which module breaks it and how',
    () => {
      const breaches = contractBreaches({
        root: ROOT,
        directory,
        modules: [...modules, 'Missing'],
      });
      const of = (name: string) => breaches.filter((line) => line.startsWith(`${name}:`)).join();
      expect(of('Sound')).toBe('');
      expect(of('Props')).toContain("Property 'counts' is missing");
      expect(of('Fallback')).toContain("Property 'Fallback' is missing");
      expect(of('Loader')).toContain("'head' is missing");
      expect(of('Slot')).toContain("Property 'theme' is missing");
      expect(of('Missing')).toContain("Cannot find module './Missing'");
    },
    COMPILE_LIMIT_MS,
  );
});
