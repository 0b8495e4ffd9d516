import type { Suggestion } from '@marketplace/services/catalog/contract';
import { useEffect, useState } from 'react';
import { fetchSuggestions } from '../../data/catalog';

const PAUSE_MS = 150;
const SHORTEST_TEXT = 2;

/** Completions of what is being typed, after a short pause; none when the service does not answer. */
export function useSuggestions(text: string): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const asked = text.trim();
  useEffect(() => {
    if (asked.length < SHORTEST_TEXT) {
      setSuggestions([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      fetchSuggestions(asked, { signal: stop.signal }).then(
        ({ items }) => setSuggestions(items),
        () => setSuggestions([]),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [asked]);
  return suggestions;
}
