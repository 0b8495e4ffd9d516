import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareContracts } from './compare';
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

  it('may lose no event that somebody else waits for, and any that nobody does', () => {
    const heard = { sends: [], hears: ['booking:made'] };
    const had = {
      ...before,
      events: {
        'mf-booking': { sends: ['booking:made', 'booking:seen'], hears: [] },
        'mf-catalog': heard,
      },
    };
    const silent = { sends: ['booking:made'], hears: [] };
    const without = {
      ...had,
      events: { 'mf-booking': { ...silent, sends: [] }, 'mf-catalog': heard },
    };
    expect(
      compareContracts(had, { ...had, events: { ...had.events, 'mf-booking': silent } }),
    ).toEqual({
      breaking: [],
      additions: [],
      harmless: ['mf-booking no longer sends booking:seen'],
    });
    expect(compareContracts(had, without).breaking).toEqual([
      'mf-booking no longer sends booking:made, which mf-catalog hears',
    ]);
  });
});

function aContract(source: string): ContractDescription {
  return {
    modules: { 'mf-catalog': ['Home'] },
    sharedModules: ['react'],
    events: {},
    types: describeTypes(source),
  };
}
