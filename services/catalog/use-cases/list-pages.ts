import type { MarketCode } from '../../domain/markets';
import type { CatalogContext } from '../context';
import type { PageList } from '../contract';

/** Everything of a market that has a public page of its own. */
export async function listPages(
  { indexes }: CatalogContext,
  { market }: { market: MarketCode },
): Promise<PageList> {
  const { entries } = await indexes.of(market);
  const providers = new Set([...entries.values()].map(({ provider }) => provider.slug));
  return { providers: [...providers].sort(), services: [...entries.keys()].sort() };
}
