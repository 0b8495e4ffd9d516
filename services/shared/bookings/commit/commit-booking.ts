import { type Claim, claimOutcome } from '../../../domain/availability';
import { type BookingContactItem, type BookingItem, type OutboxTopic, transact } from '../../table';
import type { BookingsContext } from '../context';
import { requireBooking } from '../read-booking';
import {
  type ClaimDay,
  claimOf,
  distinctClaims,
  nextVersion,
  readClaimDays,
  withClaim,
} from './claim-days';
import { messageAbout } from './message';
import { ownerCheck } from './owner-check';

/** How often a claim is tried again when others claimed the same dates at the same moment. */
const ATTEMPTS = 24;
const MAX_PAUSE_MS = 120;
/** Where what stands in the transaction. */
const BOOKING_PLACE = 0;
const MESSAGE_PLACE = 1;

export interface BookingChange {
  /** As it was read; absent for a new booking. */
  before?: BookingItem;
  /** As it shall be; `version` and `updatedAt` are set here. */
  after: BookingItem;
  contact?: BookingContactItem;
  /** What is to be done about it afterwards; a client's write does it once, however often it is repeated. */
  topic?: OutboxTopic;
}

export type CommitContext = Pick<
  BookingsContext,
  'table' | 'now' | 'region' | 'homeRegion' | 'operationId' | 'correlationId'
>;

export type CommitOutcome =
  | { kind: 'committed'; booking: BookingItem }
  /** The slot is not free for these seats. */
  | { kind: 'taken'; seatsLeft: number }
  /** The booking is not what was read any more. */
  | { kind: 'stale' }
  /** Another region writes the bookings of this provider. */
  | { kind: 'elsewhere' }
  /** Too many others at once; nothing was written. */
  | { kind: 'contended' };

/**
 * Writes a booking together with what it claims and what follows from it, in one transaction.
 * Claims mirror the booking: a live one stands in every date its footprint touches, another in none.
 * Booking and dates are written only over the versions that were read, so no two claims overlap.
 * Where there are several regions, only the one that owns the provider gets through.
 * A change that an earlier attempt of the same client's write has made is not made again.
 */
export async function commitBooking(
  ctx: CommitContext,
  change: BookingChange,
): Promise<CommitOutcome> {
  const booking: BookingItem = {
    ...change.after,
    ...(ctx.operationId !== undefined && { lastOperationId: ctx.operationId }),
    ...(ctx.correlationId !== undefined && { correlationId: ctx.correlationId }),
    version: (change.before?.version ?? 0) + 1,
    updatedAt: ctx.now.toISOString(),
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const claims = await editClaims(ctx, change, booking);
    if ('seatsLeft' in claims) return { kind: 'taken', seatsLeft: claims.seatsLeft };
    switch (await writeTogether(ctx, change, booking, claims.days)) {
      case 'done':
        return { kind: 'committed', booking };
      case 'repeated':
        return { kind: 'committed', booking: await requireBooking(ctx.table, booking.bookingId) };
      case 'stale':
        return { kind: 'stale' };
      case 'elsewhere':
        return { kind: 'elsewhere' };
    }
    await pause(Math.random() * Math.min(MAX_PAUSE_MS, 10 * 2 ** attempt));
  }
  return { kind: 'contended' };
}

/** The dates to write, or how many seats were left where the claim does not fit. */
async function editClaims(
  { table, now }: Pick<BookingsContext, 'table' | 'now'>,
  { before, after }: BookingChange,
  booking: BookingItem,
): Promise<{ days: ClaimDay[] } | { seatsLeft: number }> {
  const [old, wanted] = [before && claimOf(before), claimOf(booking)];
  if (before?.resourceId === after.resourceId && isSame(old, wanted)) return { days: [] };

  const days = await readClaimDays(
    table,
    after.resourceId,
    present(wanted, isMoved(before, after) ? undefined : old),
  );
  if (wanted) {
    const outcome = claimOutcome(wanted, distinctClaims(days), after.capacity, now);
    if (!outcome.ok) return { seatsLeft: outcome.seatsLeft };
  }
  const left =
    before && isMoved(before, after)
      ? await readClaimDays(table, before.resourceId, present(old))
      : [];
  return {
    days: [
      ...days.map((day) => withClaim(day, booking.bookingId, wanted, now)),
      ...left.map((day) => withClaim(day, booking.bookingId, undefined, now)),
    ],
  };
}

async function writeTogether(
  ctx: CommitContext,
  { before, contact, topic }: BookingChange,
  booking: BookingItem,
  days: readonly ClaimDay[],
): Promise<'done' | 'repeated' | 'stale' | 'elsewhere' | 'retry'> {
  const message = topic && messageAbout(ctx, booking, topic);
  const outcome = await transact(() =>
    ctx.table.transaction.write((items) => [
      items.booking
        .put(booking)
        .where(({ bookingId, version }, { notExists, eq }) =>
          before ? eq(version, before.version) : notExists(bookingId),
        )
        .commit(),
      ...(message ? [items.outbox.create(message).commit()] : []),
      ...(contact ? [items.bookingContact.put(contact).commit()] : []),
      ...days.map((day) =>
        items.resourceDay
          .put(nextVersion(day))
          .where(({ version }, { notExists, eq }) =>
            day.version === 0 ? notExists(version) : eq(version, day.version),
          )
          .commit(),
      ),
      ...ownerCheck(items, ctx, booking.providerId),
    ]),
  );
  if (outcome.ok) return 'done';
  if (outcome.reason === 'contention') return 'retry';
  if (message && outcome.failed.includes(MESSAGE_PLACE)) return 'repeated';
  const ownerPlace = 1 + (message ? 1 : 0) + (contact ? 1 : 0) + days.length;
  if (outcome.failed.includes(ownerPlace)) return 'elsewhere';
  return outcome.failed.includes(BOOKING_PLACE) ? 'stale' : 'retry';
}

function isMoved(before: BookingItem | undefined, after: BookingItem): boolean {
  return before !== undefined && before.resourceId !== after.resourceId;
}

function isSame(a: Claim | undefined, b: Claim | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function present(...claims: (Claim | undefined)[]): Claim[] {
  return claims.filter((claim) => claim !== undefined);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
