import type { CallLine } from '../history/lines';
import type { Attempt, Model } from './model';

const MINUTE_MS = 60_000;
const MUTATIONS = ['cancel', 'provider-cancel', 'decline', 'reschedule'];
const HOLDING_STATES = ['confirmed', 'completed', 'no_show', 'requested'];

/** Buffered time that is taken, half-open, in epoch milliseconds. */
export interface Footprint {
  fromMs: number;
  untilMs: number;
}

/** A booking that was certainly live at a place for a while. */
export interface Presence extends Footprint {
  bookingId: string;
  providerId: string;
  serviceId: string;
  start: string;
  seats: number;
  /** When it was certainly there, in epoch milliseconds; half-open. */
  sinceMs: number;
  endMs: number;
}

/** What a booking of the service at that start takes. */
export function footprintOf(model: Model, serviceId: string, start: string): Footprint {
  const service = model.services.get(serviceId);
  if (!service) throw new Error(`The history has no service ${serviceId}`);
  const startMs = Date.parse(start);
  return {
    fromMs: startMs - service.bufferBefore * MINUTE_MS,
    untilMs: startMs + (service.durationMin + service.bufferAfter) * MINUTE_MS,
  };
}

export function overlap(a: Footprint, b: Footprint): boolean {
  return a.fromMs < b.untilMs && b.fromMs < a.untilMs;
}

/** Attempts that may have moved or ended a booking. */
export function mutationsOf(model: Model, bookingId: string): Attempt[] {
  return model
    .attemptsOn(bookingId)
    .filter(({ first, outcome }) => MUTATIONS.includes(first.action) && outcome !== 'refused');
}

/** Everything that definite answers, reads and the final state prove about who was where when. */
export function certainPresences(model: Model): Presence[] {
  return [...fromHolds(model), ...fromAnswers(model), ...fromTheEnd(model)];
}

/** An acknowledged hold stands until it expires, unless somebody ended it. */
function fromHolds(model: Model): Presence[] {
  return model.attempts.flatMap(({ first, acknowledged }) => {
    const { bookingId, holdExpiresAt } = acknowledged?.answer ?? {};
    if (first.action !== 'hold' || !acknowledged || !bookingId || !holdExpiresAt) return [];
    const presence = provenBy(model, acknowledged, bookingId, first.start, first.seats);
    if (!presence) return [];
    return [{ ...presence, endMs: Math.min(presence.endMs, Date.parse(holdExpiresAt)) }];
  });
}

/** A booking that was seen confirmed, or moved, stays so until somebody changes it. */
function fromAnswers(model: Model): Presence[] {
  const moves = model.attempts.flatMap(({ acknowledged }) =>
    acknowledged?.action === 'reschedule' ? [acknowledged] : [],
  );
  return [...model.reads, ...moves].flatMap((call) => {
    const { answer, bookingId = '' } = call;
    if (answer?.state !== 'confirmed') return [];
    const seats = model.booking.get(bookingId)?.seats;
    return provenBy(model, call, bookingId, answer.start, seats) ?? [];
  });
}

function fromTheEnd(model: Model): Presence[] {
  return model.bookings.flatMap((booking) => {
    if (!HOLDING_STATES.includes(booking.state)) return [];
    return placed(model, booking, model.endedMs, Number.POSITIVE_INFINITY) ?? [];
  });
}

/** From the end of the call on, unless something else was going on with the booking meanwhile. */
function provenBy(
  model: Model,
  call: CallLine,
  bookingId: string,
  start: string | undefined,
  seats = 1,
): Presence | undefined {
  if (start === undefined) return undefined;
  const others = mutationsOf(model, bookingId).filter(({ id }) => id !== call.attempt);
  const isDisturbed = others.some(
    ({ startedMs, endedMs }) => startedMs <= call.endedMs && endedMs >= call.startedMs,
  );
  if (isDisturbed) return undefined;
  const later = others.map(({ startedMs }) => startedMs).filter((ms) => ms > call.endedMs);
  const { serviceId } = call;
  const endMs = Math.min(...later, Number.POSITIVE_INFINITY);
  return placed(model, { bookingId, serviceId, start, seats }, call.endedMs, endMs);
}

function placed(
  model: Model,
  at: Pick<Presence, 'bookingId' | 'serviceId' | 'start' | 'seats'>,
  sinceMs: number,
  endMs: number,
): Presence | undefined {
  const { bookingId, serviceId, start, seats } = at;
  const providerId = model.services.get(serviceId)?.providerId ?? '';
  const { fromMs, untilMs } = footprintOf(model, serviceId, start);
  if (sinceMs >= endMs) return undefined;
  return { bookingId, serviceId, start, seats, providerId, fromMs, untilMs, sinceMs, endMs };
}
