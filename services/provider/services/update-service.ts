import { ProblemError } from '../../shared/lambda';
import { providerIdOf, type ServiceState, withStatus, written } from '../../shared/table';
import type { ProviderContext } from '../context';
import type { OwnService, ServiceInput } from '../contract';
import { requireProvider } from '../require-provider';
import { withoutUndefined } from '../without-undefined';
import { ownServiceOf, requireChargeablePrice } from './own-service';

export type ServiceUpdate = { [K in keyof ServiceInput]?: ServiceInput[K] | undefined } & {
  status?: ServiceState | undefined;
};

/** Changes a service for bookings to come; those that exist keep the terms they were made on. */
export async function updateService(
  context: ProviderContext,
  { serviceId, changes: { status, ...input } }: { serviceId: string; changes: ServiceUpdate },
): Promise<OwnService> {
  const { providerId, currency } = await requireProvider(context);
  if (providerIdOf(serviceId) !== providerId) throw notFound();
  if (input.priceMinor !== undefined) requireChargeablePrice(input.priceMinor, currency);
  const changes = {
    ...withoutUndefined(input),
    ...(status && withStatus('SERVICE', serviceId, status)),
  };
  const { service } = context.table;
  const key = { providerId, serviceId };
  const isThere =
    Object.keys(changes).length === 0 || (await written(service.patch(key).set(changes).go()));
  const { data: updated } = await service.get(key).go({ consistent: true });
  if (!isThere || !updated) throw notFound();
  return ownServiceOf(updated);
}

function notFound(): ProblemError {
  return new ProblemError('NOT_FOUND', { detail: 'You have no such service' });
}
