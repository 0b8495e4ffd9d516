import { randomUUID } from 'node:crypto';
import type { MarketCode } from '../../../domain/markets';
import { providerTag } from '../../../domain/releases';
import type { Log } from '../../../shared/observability';
import { snapshotKey } from '../../../shared/search';
import type { ProviderItem } from '../../../shared/table';
import type { Affected } from '../affected';
import type { EdgePages } from './edge-pages';
import type { KeptAnswers } from './kept-answers';

export type Current = Pick<ProviderItem, 'providerId' | 'market' | 'slug'>;

/** What was kept of the providers and their markets is answered no more; at worst until its time is over. */
export async function renewAnswers(
  { answers, log }: { answers: KeptAnswers; log: Log },
  affected: readonly Affected[],
  current: readonly Current[],
  etags: ReadonlyMap<MarketCode, string>,
): Promise<void> {
  const versions = Object.fromEntries([
    ...tagsOf(affected, current).map((tag) => [tag, randomUUID()]),
    ...[...etags].map(([market, etag]) => [snapshotKey(market), etag]),
  ]);
  try {
    if (Object.keys(versions).length > 0) await answers.setVersions(versions);
  } catch (error) {
    log.error('The cache was not told what has changed', { tags: Object.keys(versions), error });
  }
}

/** A page that could not be forgotten is made again when its time is over: no reason to fail. */
export async function forgetPages(
  { pages, log }: { pages: EdgePages; log: Log },
  affected: readonly Affected[],
  current: readonly Current[],
): Promise<void> {
  const tags = tagsOf(
    affected.filter(({ changesPages }) => changesPages),
    current,
  );
  try {
    await pages.forget(tags);
  } catch (error) {
    log.error('The edge did not forget pages of changed providers', { tags, error });
  }
}

/** Tags of the providers affected, by every name they have or had. */
function tagsOf(affected: readonly Affected[], current: readonly Current[]): string[] {
  const ids = new Set(affected.map(({ providerId }) => providerId));
  const names = [
    ...ids,
    ...affected.flatMap(({ slugs }) => slugs),
    ...current.filter(({ providerId }) => ids.has(providerId)).map(({ slug }) => slug),
  ];
  return [...new Set(names.map(providerTag))];
}
