import { MARKETS } from '../../domain/markets';
import type { Suggestion } from '../contract';
import { CATEGORIES } from '../contract';
import type { MarketIndex } from './market-index';
import { categoryWords } from './text/category-words';
import { fold, termsOf } from './text/fold';

const MOST = 8;
const MOST_OF_A_KIND = 3;

/** Completions for what has been typed so far: categories and cities first, they narrow the most. */
export function suggestionsOf(index: MarketIndex, text: string): Suggestion[] {
  const terms = termsOf(text);
  if (terms.length === 0) return [];
  const kinds = [
    categories(index, terms),
    cities(index, terms),
    providers(index, text),
    services(index, text),
  ];
  const first = kinds.flatMap((kind) => kind.slice(0, MOST_OF_A_KIND));
  const rest = kinds.flatMap((kind) => kind.slice(MOST_OF_A_KIND));
  return [...first, ...rest].slice(0, MOST);
}

function categories({ market }: MarketIndex, terms: readonly string[]): Suggestion[] {
  return CATEGORIES.filter((category) => startsEach(categoryWords(category, market), terms)).map(
    (category) => ({ kind: 'category', text: category, path: `/search?category=${category}` }),
  );
}

function cities({ market }: MarketIndex, terms: readonly string[]): Suggestion[] {
  return MARKETS[market].cities
    .filter(({ name }) => startsEach(name, terms))
    .map(({ name, lat, lon }) => ({
      kind: 'city',
      text: name,
      path: `/search?${new URLSearchParams({ near: `${lat},${lon}`, radiusKm: '30' })}`,
    }));
}

function providers(index: MarketIndex, text: string): Suggestion[] {
  const slugs = new Map<string, string>();
  for (const { provider } of matches(index, text)) {
    if (startsEach(provider.name, termsOf(text))) slugs.set(provider.slug, provider.name);
  }
  return [...slugs].map(([slug, name]) => ({ kind: 'provider', text: name, path: `/p/${slug}` }));
}

/** One suggestion a title: it leads to everybody who offers it. */
function services(index: MarketIndex, text: string): Suggestion[] {
  const titles = new Map<string, string>();
  for (const { service } of matches(index, text)) titles.set(fold(service.title), service.title);
  return [...titles.values()].map((title) => ({
    kind: 'service',
    text: title,
    path: `/search?${new URLSearchParams({ q: title })}`,
  }));
}

function matches(index: MarketIndex, text: string) {
  const scores = index.text.match(text) ?? new Map<string, number>();
  return [...scores.keys()].flatMap((id) => index.entries.get(id) ?? []);
}

/** Whether every term begins a word of the text. */
function startsEach(text: string, terms: readonly string[]): boolean {
  const words = termsOf(text);
  return terms.every((term) => words.some((word) => word.startsWith(term)));
}
