import { providerTag } from '../../domain/releases';
import { ProblemError } from '../../shared/lambda';
import { providerIdOf } from '../../shared/table';
import type { CatalogContext } from '../context';
import type { ServiceDetail } from '../contract';
import { BUSINESS_SHELF, readBusiness } from '../documents/business';
import { indexedProvider } from '../documents/indexed-provider';
import { entriesOf } from '../search/market-index';
import { summaryOf } from '../search/summary';

/** One service that customers may see. */
export function getService(
  { cache, table, now }: CatalogContext,
  { serviceId }: { serviceId: string },
): Promise<ServiceDetail> {
  const tag = providerTag(providerIdOf(serviceId));
  const load = () => readService({ table, now }, serviceId);
  return cache.read({ tag, name: `service:${serviceId}`, ...BUSINESS_SHELF, load });
}

async function readService(
  { table, now }: Pick<CatalogContext, 'table' | 'now'>,
  serviceId: string,
): Promise<ServiceDetail> {
  const business = await readBusiness(table, providerIdOf(serviceId), now);
  const service = business?.services.find((candidate) => candidate.serviceId === serviceId);
  const entry =
    business &&
    entriesOf(indexedProvider(business)).find((candidate) => candidate.service.id === serviceId);
  if (!service || !entry) throw new ProblemError('NOT_FOUND', { detail: 'No such service' });
  const { description, bufferBefore, bufferAfter, stepMin, minNoticeMin, capacity } = service;
  const { resourceIds, policy, requiresApproval, providerId } = service;
  return {
    ...summaryOf(entry, now.getTime()),
    ...{ description, bufferBefore, bufferAfter, stepMin, minNoticeMin, capacity },
    ...{ resourceIds, policy, requiresApproval, providerId },
    place: business.provider.place,
  };
}
