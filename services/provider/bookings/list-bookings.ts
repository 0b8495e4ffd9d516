import type { BookingState } from '../../domain/process';
import { ProblemError } from '../../shared/lambda';
import { openCursor, sealCursor } from '../../shared/lists';
import type { ProviderContext } from '../context';
import type { ProviderBookingList } from '../contract';
import { requireProvider } from '../require-provider';
import { providerBookings } from './provider-booking';

export interface BookingFilter {
  /** UTC instants: `from <= start < to`. */
  from?: string | undefined;
  to?: string | undefined;
  state?: BookingState | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

const DEFAULT_LIMIT = 50;
const BEGINNING = '0000';
const END = '9999';

/** The provider's bookings by start, earliest first. */
export async function listBookings(
  context: ProviderContext,
  { from, to, state, cursor, limit = DEFAULT_LIMIT }: BookingFilter,
): Promise<ProviderBookingList> {
  const { providerId } = await requireProvider(context);
  const { table, now } = context;
  const list = JSON.stringify(['bookings', providerId, from, to, state]);
  const query = table.booking.query
    .byProvider({ providerId })
    .between({ startsAt: from ? instant(from) : BEGINNING }, { startsAt: to ? before(to) : END });
  const filtered = state ? query.where((booking, { eq }) => eq(booking.state, state)) : query;
  const { data, cursor: next } = await filtered.go({
    count: limit,
    cursor: cursor === undefined ? null : positionOf(list, cursor),
  });
  return {
    items: await providerBookings(table, data, now),
    ...(next !== null && { nextCursor: sealCursor(list, next) }),
  };
}

function positionOf(list: string, cursor: string): string {
  const position = openCursor(list, cursor);
  if (typeof position === 'string') return position;
  const message = 'Take `nextCursor` of the page before, with the same query';
  throw new ProblemError('INVALID_CURSOR', { errors: [{ path: 'cursor', message }] });
}

/** As starts are stored: with milliseconds. */
function instant(text: string): string {
  return new Date(text).toISOString();
}

function before(text: string): string {
  return new Date(Date.parse(text) - 1).toISOString();
}
