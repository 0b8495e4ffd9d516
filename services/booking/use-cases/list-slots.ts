import { bookableUntil, freeSlots, isBookable, readClaims, readOffer } from '../../shared/bookings';
import { invalidInput, ProblemError } from '../../shared/lambda';
import type { BookingContext } from '../context';
import type { SlotList } from '../contract';

const MAX_RANGE_DAYS = 62;
const DAY_MS = 86_400_000;

export interface SlotQuery {
  serviceId: string;
  /** UTC instants: `from <= start < to`. */
  from: string;
  to: string;
  /** The zone the viewer reads times in; changes no instant. */
  timeZone?: string | undefined;
}

/** The free times of a service, as its claims stand now. */
export async function listSlots(
  { table, now }: Pick<BookingContext, 'table' | 'now'>,
  query: SlotQuery,
): Promise<SlotList> {
  const offer = await readOffer(table, query.serviceId, { consistent: false });
  if (!offer) throw new ProblemError('NOT_FOUND');
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
