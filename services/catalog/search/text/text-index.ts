import MiniSearch from 'minisearch';
import { fold, termsOf } from './fold';

export interface TextDocument {
  id: string;
  title: string;
  provider: string;
  /** Words that are written nowhere on the card but searched for: category, synonyms, city. */
  words: string;
}

export interface TextIndex {
  /** Score by document id, of the documents that match every term; null when the text has no terms. */
  match(text: string): Map<string, number> | null;
  /** Makes the index hold exactly these documents; the unchanged ones cost nothing. */
  replaceAll(documents: readonly TextDocument[]): void;
}

const SHORTEST_FUZZY = 4;
const SHORTEST_PREFIX = 2;

export function createTextIndex(): TextIndex {
  const index = new MiniSearch<TextDocument>({
    fields: ['title', 'provider', 'words'],
    tokenize: termsOf,
    processTerm: fold,
    searchOptions: {
      combineWith: 'AND',
      boost: { title: 3, provider: 2, words: 1 },
      prefix: (term) => term.length >= SHORTEST_PREFIX,
      fuzzy: (term) => (term.length >= SHORTEST_FUZZY ? 0.2 : false),
      weights: { prefix: 0.6, fuzzy: 0.3 },
    },
  });
  const held = new Map<string, TextDocument>();

  return {
    match(text) {
      if (termsOf(text).length === 0) return null;
      return new Map(index.search(text).map((hit) => [String(hit.id), hit.score]));
    },
    replaceAll(documents) {
      const wanted = new Set(documents.map((document) => document.id));
      for (const id of held.keys()) {
        if (wanted.has(id)) continue;
        index.discard(id);
        held.delete(id);
      }
      for (const document of documents) {
        const known = held.get(document.id);
        if (known && sameText(known, document)) continue;
        if (known) index.discard(document.id);
        index.add(document);
        held.set(document.id, document);
      }
    },
  };
}

function sameText(one: TextDocument, other: TextDocument): boolean {
  return one.title === other.title && one.provider === other.provider && one.words === other.words;
}
