import { Category } from '../../catalog/contract';
import { currencyOf, priceProblem } from '../../domain/money';
import { ProblemError } from '../../shared/lambda';
import type { ServiceItem } from '../../shared/table';
import type { OwnService } from '../contract';

/** A service as the portal shows it to its provider. */
export function ownServiceOf(service: ServiceItem): OwnService {
  const { serviceId: id, title, description, priceMinor, currency, durationMin } = service;
  const { stepMin, bufferBefore, bufferAfter, minNoticeMin, capacity, policy } = service;
  const { requiresApproval, state: status } = service;
  return {
    ...{ id, title, description, priceMinor, currency, durationMin },
    ...{ stepMin, bufferBefore, bufferAfter, minNoticeMin, capacity, policy },
    ...{ requiresApproval, status },
    category: Category.parse(service.category),
  };
}

/** @throws ProblemError when the price cannot be charged in the currency. */
export function requireChargeablePrice(priceMinor: number, currency: string): void {
  const { minimumChargeMinor, stepMinor } = currencyOf(currency);
  const problem = priceProblem(priceMinor, currency);
  if (problem === 'BELOW_MINIMUM') {
    throw refusedPrice('PRICE_BELOW_MINIMUM', `The least is ${minimumChargeMinor} (${currency})`);
  }
  if (problem === 'NOT_IN_WHOLE_STEPS') {
    throw refusedPrice('PRICE_NOT_IN_STEPS', `Expected a multiple of ${stepMinor} (${currency})`);
  }
}

function refusedPrice(code: 'PRICE_BELOW_MINIMUM' | 'PRICE_NOT_IN_STEPS', message: string) {
  return new ProblemError(code, { errors: [{ path: 'priceMinor', message }] });
}
