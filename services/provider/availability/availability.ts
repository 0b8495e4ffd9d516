import type { AvailabilityItem, ProviderItem } from '../../shared/table';
import type { Availability } from '../contract';

/** A provider's hours; without any, closed. */
export function availabilityOf(
  provider: ProviderItem,
  item: AvailabilityItem | null,
): Availability {
  const { timeZone = provider.timeZone, rules = [], overrides = [] } = item ?? {};
  return { timeZone, rules, overrides };
}
