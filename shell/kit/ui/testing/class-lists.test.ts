import path from 'node:path';
import { extendTailwindMerge } from 'tailwind-merge';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { givenClasses, ownClasses, pairsWithin, sourcesIn } from './class-lists';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const KIT = ['shell/kit/ui'];
const USERS = ['shell/src', 'shell/app', 'mf-catalog', 'mf-booking', 'mf-provider-portal'];

/** Knows which class names set the same property, those of our design too. */
const merge = extendTailwindMerge({
  extend: {
    theme: {
      radius: ['control', 'card'],
      shadow: ['card', 'lift', 'float'],
      spacing: ['target'],
    },
    classGroups: { duration: ['duration-feedback', 'duration-move'] },
  },
  // In Tailwind 3 `outline` is a style and says nothing of the width.
  override: { classGroups: { 'outline-w': [{ outline: ['0', '1', '2', '4', '8'] }] } },
});
const contradict = (own: string, given: string) =>
  own !== given && merge(`${own} ${given}`) === given;

const aSource = (text: string) =>
  ts.createSourceFile('a.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);

const kit = sourcesIn(ROOT, KIT);
const users = sourcesIn(ROOT, USERS);
const own = ownClasses([...kit, ...users]);
const given = givenClasses([...kit, ...users]);

it('nobody gives a component a class name that contradicts its own: it has a property for that', () => {
  const contradictions = given.flatMap(({ component, at, names }) =>
    names.flatMap((name) =>
      [...(own.get(component) ?? [])]
        .filter((ownName) => contradict(ownName, name))
        .map((ownName) => `${at}: <${component}> has ${ownName}, is given ${name}`),
    ),
  );
  expect(contradictions).toEqual([]);
});

it('no list of class names contradicts itself in any of its states', () => {
  const contradictions = pairsWithin([...kit, ...users])
    .filter(({ earlier, later }) => contradict(earlier, later))
    .map(({ at, earlier, later }) => `${at}: ${earlier}, then ${later}`);
  expect(contradictions).toEqual([]);
});

it('sees what one element can have at the same time, and no two of which one excludes the other', () => {
  const pairs = pairsWithin([
    aSource(`cn('bg-canvas', isOpen && 'bg-ink', isShut ? 'text-muted' : 'text-ink')`),
    aSource(`cva('flex', { variants: { size: { small: 'px-3', large: 'px-6' } } })`),
  ]).map(({ earlier, later }) => `${earlier} ${later}`);
  expect(pairs).toContain('bg-canvas bg-ink');
  expect(pairs).toContain('flex px-6');
  expect(pairs).not.toContain('text-muted text-ink');
  expect(pairs).not.toContain('px-3 px-6');
});

it('sees what components are given', () => {
  const names = given.flatMap(({ component, names }) => (component === 'Card' ? names : []));
  expect(names).toContain('grid');
  expect([...(own.get('Card') ?? [])]).toContain('rounded-card');
  expect(contradict('rounded-card', 'rounded-full')).toBe(true);
});
