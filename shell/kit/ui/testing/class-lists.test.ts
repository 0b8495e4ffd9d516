import path from 'node:path';
import { extendTailwindMerge } from 'tailwind-merge';
import { expect, it } from 'vitest';
import { givenClasses, ownClasses, sourcesIn } from './class-lists';

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
});
const contradict = (own: string, given: string) =>
  own !== given && merge(`${own} ${given}`) === given;

const kit = sourcesIn(ROOT, KIT);
const own = ownClasses(kit);
const given = givenClasses([...kit, ...sourcesIn(ROOT, USERS)]);

it('nobody gives a component of the kit a class name that contradicts its own: it has a property for that', () => {
  const contradictions = given.flatMap(({ component, at, names }) =>
    names.flatMap((name) =>
      [...(own.get(component) ?? [])]
        .filter((ownName) => contradict(ownName, name))
        .map((ownName) => `${at}: <${component}> has ${ownName}, is given ${name}`),
    ),
  );
  expect(contradictions).toEqual([]);
});

it('sees what components are given', () => {
  const names = given.flatMap(({ component, names }) => (component === 'Card' ? names : []));
  expect(names).toContain('grid');
  expect([...(own.get('Card') ?? [])]).toContain('rounded-card');
  expect(contradict('rounded-card', 'rounded-full')).toBe(true);
});
