import { type ServiceItem, serviceIdOf, withStatus } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { OwnService, ServiceInput } from '../contract';
import { requireProvider } from '../require-provider';
import { ownServiceOf, requireChargeablePrice } from './own-service';

/** Puts a new service on sale; it takes the provider itself as its resource. */
export async function createService(
  context: ProviderContext,
  input: ServiceInput,
): Promise<OwnService> {
  const { providerId, currency } = await requireProvider(context);
  requireChargeablePrice(input.priceMinor, currency);
  const serviceId = serviceIdOf(providerId, context.operationId);
  const service: ServiceItem = {
    ...input,
    ...{ serviceId, providerId, currency },
    ...withStatus('SERVICE', serviceId, 'active'),
    resourceIds: [providerId],
    createdAt: context.now.toISOString(),
  };
  await context.table.service.put(service).go();
  return ownServiceOf(service);
}
