import { ProblemError } from '../../shared/lambda';
import {
  type ProviderItem,
  type ProviderState,
  statusShards,
  withStatus,
  written,
} from '../../shared/table';
import type { ProviderContext } from '../context';
import type { ManagedProvider } from '../contract';
import { requireOperator } from './require-operator';

const STATES = ['draft', 'active', 'suspended'] as const;
const MOST = 60;

type Decision = ManagedProvider['actions'][number];

/** Where a decision leads from, and to. */
const DECISIONS: Record<Decision, { from: readonly ProviderState[]; to: ProviderState }> = {
  approve: { from: ['draft', 'suspended'], to: 'active' },
  suspend: { from: ['draft', 'active'], to: 'suspended' },
};

export interface ProviderFilter {
  status?: ProviderState | undefined;
  /** Part of the name or the slug. */
  q?: string | undefined;
}

/** Providers by name; without a state those that wait for approval come with all others. */
export async function listProviders(
  context: ProviderContext,
  { status, q = '' }: ProviderFilter,
): Promise<{ items: ManagedProvider[]; total: number }> {
  requireOperator(context);
  const shards = (status ? [status] : STATES).flatMap((state) => statusShards('PROVIDER', state));
  const pages = await Promise.all(
    shards.map((shard) =>
      context.table.provider.query.byStatus({ status: shard }).go({ pages: 'all' }),
    ),
  );
  const wanted = q.toLowerCase();
  const found = pages
    .flatMap(({ data }) => data)
    .filter(({ name, slug }) => `${name} ${slug}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.name.localeCompare(b.name));
  return { items: found.slice(0, MOST).map(managed), total: found.length };
}

/**
 * Lets a provider be found and booked, or hides it; bookings that exist stand.
 * @throws ProblemError `NOT_FOUND`, or `NOT_POSSIBLE_NOW` where it stands so already.
 */
export async function decideOnProvider(
  context: ProviderContext,
  { providerId, decision }: { providerId: string; decision: Decision },
): Promise<ManagedProvider> {
  requireOperator(context);
  const { table } = context;
  const { data: provider } = await table.provider.get({ providerId }).go({ consistent: true });
  if (!provider) throw new ProblemError('NOT_FOUND');
  const { from, to } = DECISIONS[decision];
  if (!from.includes(provider.state)) throw new ProblemError('NOT_POSSIBLE_NOW');
  const change = {
    ...withStatus('PROVIDER', providerId, to),
    ...(decision === 'approve' && { verified: true }),
  };
  const isDecided = await written(
    table.provider
      .patch({ providerId })
      .set(change)
      .where(({ state }, { eq }) => eq(state, provider.state))
      .go(),
  );
  if (!isDecided) throw new ProblemError('CONFLICT');
  context.log.info('An operator decided on a provider', { providerId, decision });
  return managed({ ...provider, ...change });
}

function managed(provider: ProviderItem): ManagedProvider {
  const { providerId, name, slug, place, state, verified, bookingsCount } = provider;
  const { chargesEnabled, payoutsEnabled } = provider;
  return {
    ...{ providerId, name, slug, verified, chargesEnabled, payoutsEnabled, bookingsCount },
    city: place.city,
    country: place.country,
    status: state,
    actions: (Object.keys(DECISIONS) as Decision[]).filter((decision) =>
      DECISIONS[decision].from.includes(state),
    ),
  };
}
