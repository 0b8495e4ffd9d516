import { providerTag } from '../../domain/releases';
import {
  bookableUntil,
  freeSlots,
  isBookable,
  type Offer,
  readClaims,
  readOffer,
} from '../../shared/bookings';
import type { Cache, Shelf } from '../../shared/cache';
import { invalidInput, ProblemError } from '../../shared/lambda';
import { type MarketTable, providerIdOf } from '../../shared/table';
import type { SlotList } from '../contract';

const MAX_RANGE_DAYS = 62;
const DAY_MS = 86_400_000;

/** How long what a service offers is kept, if no change of it is reported. */
const OFFER_SHELF: Shelf = { freshMs: 30_000, staleMs: 60_000 };

export interface SlotPorts {
  table: MarketTable;
  cache: Cache;
  now: Date;
}

export interface SlotQuery {
  serviceId: string;
  /** UTC instants: `from <= start < to`. */
  from: string;
  to: string;
  /** The zone the viewer reads times in; changes no instant. */
  timeZone?: string | undefined;
}

/**
 * The free times of a service, as its claims stand now. What it offers may come from the cache; claims
 * never do: who was just told that a slot is taken must not be offered it again.
 */
export async function listSlots(
  { table, cache, now }: SlotPorts,
  query: SlotQuery,
): Promise<SlotList> {
  const offer = await cache.read({
    tag: providerTag(providerIdOf(query.serviceId)),
    name: `offer:${query.serviceId}`,
    ...OFFER_SHELF,
    load: () => requireOffer(table, query.serviceId),
  });
  const range = rangeOf(query);
  const timeZone = zoneOf(query) ?? offer.availability.timeZone;
  const lastly = bookableUntil(offer, now).toISOString();
  if (!isBookable(offer) || range.from >= range.to) {
    return { timeZone, bookableUntil: lastly, slots: [] };
  }

  const claims = await readClaims(table, offer.service, range);
  const hasSeats = offer.service.capacity > 1;
  const slots = freeSlots(offer, claims, range, now).map(({ start, end, seatsLeft }) => ({
    start,
    end,
    ...(hasSeats && { seatsLeft }),
  }));
  return { timeZone, bookableUntil: lastly, slots };
}

/** Strongly consistent: it must not be older than the change that made the last one worthless. */
async function requireOffer(table: MarketTable, serviceId: string): Promise<Offer> {
  const offer = await readOffer(table, serviceId, { consistent: true });
  if (!offer) throw new ProblemError('NOT_FOUND');
  return offer;
}

function rangeOf({ from, to }: SlotQuery): { from: Date; to: Date } {
  const range = { from: new Date(from), to: new Date(to) };
  if (range.to < range.from) {
    throw invalidInput({ path: 'to', message: '`to` must not be before `from`' });
  }
  if (range.to.getTime() - range.from.getTime() > MAX_RANGE_DAYS * DAY_MS) {
    throw invalidInput({ path: 'to', message: `At most ${MAX_RANGE_DAYS} days a call` });
  }
  return range;
}

function zoneOf({ timeZone }: SlotQuery): string | undefined {
  if (timeZone === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    throw invalidInput({ path: 'timeZone', message: 'Expected an IANA time zone' });
  }
}
