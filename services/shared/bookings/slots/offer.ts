import {
  type AvailabilityInput,
  type Claim,
  type Slot,
  slotAt,
  slotsWithSeats,
} from '../../../domain/availability';
import { BOOKING_HORIZON_DAYS } from '../../../domain/process';
import {
  type AvailabilityItem,
  type MarketTable,
  type ProviderItem,
  providerIdOf,
  type ServiceItem,
} from '../../table';

const DAY_MS = 86_400_000;

/** A service on sale, with all that decides about its slots but the claims. */
export interface Offer {
  service: ServiceItem;
  provider: ProviderItem;
  availability: AvailabilityItem;
}

/** Reads what a service offers; undefined for a service that does not exist or is not on sale. */
export async function readOffer(
  table: MarketTable,
  serviceId: string,
  { consistent }: { consistent: boolean },
): Promise<Offer | undefined> {
  const providerId = providerIdOf(serviceId);
  if (providerId === '') return undefined;
  const [service, provider, availability] = await Promise.all([
    table.service.get({ providerId, serviceId }).go({ consistent }),
    table.provider.get({ providerId }).go({ consistent }),
    table.availability.get({ providerId }).go({ consistent }),
  ]);
  if (service.data?.state !== 'active' || !provider.data) return undefined;
  return {
    service: service.data,
    provider: provider.data,
    availability: availability.data ?? {
      providerId,
      timeZone: provider.data.timeZone,
      rules: [],
      overrides: [],
    },
  };
}

/** Whether the provider can be booked and paid at all. */
export function isBookable({ provider }: Offer): boolean {
  return (
    provider.state === 'active' && provider.chargesEnabled && provider.stripeAccountId !== undefined
  );
}

/** A service as its provider sees it: may be had at any notice. */
export function withoutNotice(offer: Offer): Offer {
  return { ...offer, service: { ...offer.service, minNoticeMin: 0 } };
}

/** The slot of the schedule that starts at this instant, whoever may have claimed it. */
export function offeredSlot(offer: Offer, start: string, now: Date): Slot | undefined {
  if (Date.parse(start) >= bookableUntil(offer, now).getTime()) return undefined;
  return slotAt(engineInput(offer, [], now), start);
}

/** Free slots in a range; where a service has several resources, those that one of them has. */
export function freeSlots(
  offer: Offer,
  claimsByResource: ReadonlyMap<string, readonly Claim[]>,
  range: { from: Date; to: Date },
  now: Date,
): Slot[] {
  const toMs = Math.min(range.to.getTime(), bookableUntil(offer, now).getTime());
  const engineRange = { from: range.from.toISOString(), to: new Date(toMs).toISOString() };
  const byStart = new Map<string, Slot>();
  for (const claims of claimsByResource.values()) {
    for (const slot of slotsWithSeats({ ...engineInput(offer, claims, now), range: engineRange })) {
      const other = byStart.get(slot.start);
      if (!other || other.seatsLeft < slot.seatsLeft) byStart.set(slot.start, slot);
    }
  }
  return [...byStart.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
}

function engineInput(
  { service, availability }: Offer,
  bookings: readonly Claim[],
  now: Date,
): Omit<AvailabilityInput, 'range'> {
  return {
    timezone: availability.timeZone,
    rules: availability.rules,
    overrides: availability.overrides,
    bookings,
    service: { ...service, id: service.serviceId },
    now: now.toISOString(),
  };
}

/** The end of the booking horizon: nothing starts from here on. */
export function bookableUntil({ service }: Offer, now: Date): Date {
  return new Date(now.getTime() + (service.horizonDays ?? BOOKING_HORIZON_DAYS) * DAY_MS);
}
