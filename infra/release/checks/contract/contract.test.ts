import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXPOSED_MODULES, SLICE_NAMES } from '@marketplace/kit/slice';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareContracts } from './compare';
import { contractBreaches } from './conformance';
import { type ContractDescription, describeTypes } from './describe';
import { requireRecordedContract, requireSameContract } from './recorded';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

describe('the contract on record', () => {
  it('is that of the code', () => requireRecordedContract(ROOT));

  const before = aContract(`
    export interface SlotProps { market: string; publicOrigin: string; }
    export interface Loaded<Props> { props: Props; status?: 200 | 404; }`);

  it.each([
    ['SlotProps { market: string; }', 'SlotProps.publicOrigin was removed'],
    ['SlotProps { market: number; publicOrigin: string; }', 'SlotProps.market changed from'],
    ['SlotProps { market?: string; publicOrigin: string; }', 'SlotProps.market became optional'],
    ['Loaded<Props> { props: Props; status: 200 | 404; }', 'Loaded.status became required'],
    ['Loaded<Props> { props: Props; status?: 200; head: string; }', 'Loaded.head is new and'],
  ])(
    'needs another major when %s takes something from releases that are live',
    (type, sentence) => {
      const name = type.replace(/\W.*/, '');
      const after = {
        ...before,
        types: { ...before.types, ...aContract(`export interface ${type}`).types },
      };
      expect(compareContracts(before, after).breaking.join()).toContain(sentence);
      const check = (version: string) => () =>
        requireSameContract({ version: '1.3', ...before }, { version, ...after });
      expect(check('1.4'), name).toThrow('from 1.4 to 2.0');
      expect(check('2.0'), name).toThrow('npm run release -- contract');
    },
  );

  it('needs another minor when slices may ask for more', () => {
    const more = aContract(
      'export interface SlotProps { market: string; publicOrigin: string; theme: string; }',
    );
    const after = { ...before, types: { ...before.types, ...more.types } };
    const check = () =>
      requireSameContract({ version: '1.3', ...before }, { version: '1.3', ...after });
    expect(check).toThrow(/asks for a newer shell[\s\S]*SlotProps.theme is new[\s\S]*to 1.4/);
  });

  it('may lose no module and no shared package', () => {
    const after = { ...before, modules: {}, sharedModules: [] };
    expect(compareContracts(before, after).breaking).toEqual([
      'the page shares no more: react',
      'mf-catalog no longer exposes Home',
    ]);
  });
});

describe('a slice', () => {
  it.each(SLICE_NAMES)('%s keeps the contract', (slice) => {
    const directory = path.join(ROOT, slice);
    expect(contractBreaches({ root: ROOT, directory, modules: EXPOSED_MODULES[slice] })).toEqual(
      [],
    );
  });
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

  it('is told which module breaks it and how', () => {
    const breaches = contractBreaches({ root: ROOT, directory, modules: [...modules, 'Missing'] });
    const of = (name: string) => breaches.filter((line) => line.startsWith(`${name}:`)).join();
    expect(of('Sound')).toBe('');
    expect(of('Props')).toContain("Property 'counts' is missing");
    expect(of('Fallback')).toContain("Property 'Fallback' is missing");
    expect(of('Loader')).toContain("'head' is missing");
    expect(of('Slot')).toContain("Property 'theme' is missing");
    expect(of('Missing')).toContain("Cannot find module './Missing'");
  });
});

function aContract(source: string): ContractDescription {
  return {
    modules: { 'mf-catalog': ['Home'] },
    sharedModules: ['react'],
    types: describeTypes(source),
  };
}
