import { describe, expect, it } from 'vitest';
import { anIndex, anIndexedProvider, anIndexedService } from '../testing/indexed';
import { suggestionsOf } from './suggestions';

const index = anIndex(
  anIndexedProvider({
    name: 'Hamacher Hair',
    slug: 'hamacher-hair',
    services: [anIndexedService({ title: 'Haircut' }), anIndexedService({ title: 'Root colour' })],
  }),
  anIndexedProvider({ services: [anIndexedService({ title: 'Haircut' })] }),
);

describe('suggestions', () => {
  it('complete categories, providers and services', () => {
    expect(suggestionsOf(index, 'hai')).toEqual([
      { kind: 'category', text: 'hair', path: '/search?category=hair' },
      { kind: 'provider', text: 'Hamacher Hair', path: '/p/hamacher-hair' },
      { kind: 'service', text: 'Haircut', path: '/search?q=Haircut' },
      { kind: 'service', text: 'Root colour', path: '/search?q=Root+colour' },
    ]);
  });

  it('lead to the surroundings of a city', () => {
    expect(suggestionsOf(index, 'hamb')).toEqual([
      { kind: 'city', text: 'Hamburg', path: '/search?near=53.5511%2C9.9937&radiusKm=30' },
    ]);
  });

  it('understand the words of the market', () => {
    expect(suggestionsOf(index, 'gärtner')).toMatchObject([{ kind: 'category', text: 'garden' }]);
  });

  it('are none for nothing', () => {
    for (const text of ['', '  ', '…', 'xyzzyx']) expect(suggestionsOf(index, text)).toEqual([]);
  });
});
