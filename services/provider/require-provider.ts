import { ProblemError } from '../shared/lambda';
import type { ProviderItem } from '../shared/table';
import type { ProviderContext } from './context';

/**
 * The business that the asker runs: the first line of every use case of the portal.
 * @throws ProblemError `UNAUTHENTICATED`, or `NOT_A_PROVIDER` for an account that runs none.
 */
export async function requireProvider({
  table,
  actor,
}: Pick<ProviderContext, 'table' | 'actor'>): Promise<ProviderItem> {
  if (actor.kind !== 'user') throw new ProblemError('UNAUTHENTICATED');
  const { data: user } = await table.user.get({ userId: actor.userId }).go();
  if (!user?.providerId) throw new ProblemError('NOT_A_PROVIDER');
  const { data: provider } = await table.provider
    .get({ providerId: user.providerId })
    .go({ consistent: true });
  if (!provider) throw new ProblemError('NOT_A_PROVIDER');
  return provider;
}
