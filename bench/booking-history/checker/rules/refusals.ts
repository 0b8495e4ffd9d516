import type { BookingLine } from '../../history/lines';
import type { Anomaly } from '../anomaly';
import { type Attempt, grouped, type Model } from '../model';
import { footprintOf, mutationsOf, overlap } from '../presence';

/** Whoever was told that a time is taken was told so because something may have taken it. */
export function checkRefusals(model: Model): Anomaly[] {
  const byProvider = grouped(model.bookings, ({ serviceId }) => providerOf(model, serviceId));
  return model.attempts.flatMap((attempt) => {
    const { first, calls } = attempt;
    const isTaken = calls.length === 1 && first.code === 'SLOT_TAKEN' && first.action === 'hold';
    if (!isTaken || first.start === undefined) return [];
    const rivals = byProvider.get(providerOf(model, first.serviceId)) ?? [];
    if (isExplained(model, attempt, rivals)) return [];
    const { serviceId, start } = first;
    const message = `Attempt ${attempt.id}: ${serviceId} at ${start} was refused as taken, and was free`;
    return [{ kind: 'refused-though-free' as const, message }];
  });
}

function isExplained(model: Model, { first }: Attempt, rivals: readonly BookingLine[]): boolean {
  const { serviceId, start = '', seats = 1 } = first;
  const service = model.services.get(serviceId);
  const { capacity = 1, resourceIds = [] } = service ?? {};
  const wanted = footprintOf(model, serviceId, start);
  const blocking = rivals.filter(
    (rival) =>
      mayHaveLived(model, rival, first.startedMs, first.endedMs) &&
      placesOf(model, rival).some((place) =>
        overlap(wanted, footprintOf(model, rival.serviceId, place)),
      ),
  );
  const isShared = (rival: BookingLine) =>
    capacity > 1 && rival.serviceId === serviceId && placesOf(model, rival).includes(start);
  const seatsTaken = blocking.filter(isShared).reduce((sum, rival) => sum + rival.seats, 0);
  const others = blocking.filter((rival) => !isShared(rival)).length;
  return others >= resourceIds.length || seatsTaken + seats > capacity * resourceIds.length;
}

function placesOf(model: Model, { bookingId, start }: BookingLine): string[] {
  const wanted = model
    .attemptsOn(bookingId)
    .flatMap(({ first, outcome }) => (first.start && outcome !== 'refused' ? [first.start] : []));
  return [start, ...wanted];
}

function mayHaveLived(
  model: Model,
  booking: BookingLine,
  fromMs: number,
  untilMs: number,
): boolean {
  const hold = model.attemptsOn(booking.bookingId).find(({ first }) => first.action === 'hold');
  return (hold?.startedMs ?? 0) <= untilMs && lastPossibleMs(model, booking, hold) >= fromMs;
}

function lastPossibleMs(model: Model, booking: BookingLine, hold: Attempt | undefined): number {
  switch (booking.state) {
    case 'cancelled':
    case 'declined':
      return Math.max(...mutationsOf(model, booking.bookingId).map(({ endedMs }) => endedMs));
    case 'expired': {
      const isRequest = model.services.get(booking.serviceId)?.requiresApproval === true;
      const expiresAt = hold?.acknowledged?.answer?.holdExpiresAt;
      return isRequest || !expiresAt ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
    }
    default:
      return Number.POSITIVE_INFINITY;
  }
}

function providerOf({ services }: Model, serviceId: string): string {
  return services.get(serviceId)?.providerId ?? '';
}
