import type { ProviderContext } from '../context';
import type { OwnService } from '../contract';
import { requireProvider } from '../require-provider';
import { ownServiceOf } from './own-service';

/** Every service of the provider in any state, oldest first. */
export async function listOwnServices(context: ProviderContext): Promise<{ items: OwnService[] }> {
  const { providerId } = await requireProvider(context);
  const { data } = await context.table.service.query
    .primary({ providerId })
    .go({ consistent: true, pages: 'all' });
  data.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  return { items: data.map(ownServiceOf) };
}
