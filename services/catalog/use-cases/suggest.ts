import type { MarketCode } from '../../domain/markets';
import type { CatalogContext } from '../context';
import type { Suggestion } from '../contract';
import { suggestionsOf } from '../search/suggestions';

/** Completions for the search sentence. */
export async function suggest(
  { indexes }: CatalogContext,
  { market, text }: { market: MarketCode; text: string },
): Promise<{ items: Suggestion[] }> {
  return { items: suggestionsOf(await indexes.of(market), text) };
}
