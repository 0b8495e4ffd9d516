import type { BookingLine } from '../../history/lines';
import type { Anomaly } from '../anomaly';
import type { Model } from '../model';
import { footprintOf } from '../presence';

const DAY_MS = 86_400_000;
const CLAIMING_STATES = ['held', 'requested', 'confirmed'];

/** A live booking stands in every date that it touches, and nothing else stands anywhere. */
export function checkClaims(model: Model): Anomaly[] {
  const standing = new Set(
    model.claims.flatMap(({ resourceId, date, claims }) =>
      claims.map(({ bookingId, start }) => placeOf(resourceId, date, bookingId, start)),
    ),
  );
  const wanted = new Set(model.bookings.flatMap((booking) => placesOf(model, booking)));
  const differs = (place: string, what: string): Anomaly => ({
    kind: 'claims-differ',
    message: `${what}: ${place}`,
  });
  return [
    ...[...wanted]
      .filter((place) => !standing.has(place))
      .map((place) => differs(place, 'Live without a claim')),
    ...[...standing]
      .filter((place) => !wanted.has(place) && !isLeftByAHold(model, place))
      .map((place) => differs(place, 'A claim of nothing live')),
  ];
}

function placesOf(model: Model, booking: BookingLine): string[] {
  if (!CLAIMING_STATES.includes(booking.state)) return [];
  const { resourceId, bookingId, start, serviceId } = booking;
  const { fromMs, untilMs } = footprintOf(model, serviceId, start);
  const first = Math.floor(fromMs / DAY_MS);
  const last = Math.ceil(untilMs / DAY_MS) - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const date = new Date((first + index) * DAY_MS).toISOString().slice(0, 10);
    return placeOf(resourceId, date, bookingId, start);
  });
}

/** The claim of a hold that has run out blocks nothing; the next write of the date drops it. */
function isLeftByAHold(model: Model, place: string): boolean {
  const [resourceId, date, bookingId] = place.split(' ');
  const day = model.claims.find((line) => line.resourceId === resourceId && line.date === date);
  const claim = day?.claims.find((item) => item.bookingId === bookingId);
  return claim?.expiresAt !== undefined && Date.parse(claim.expiresAt) <= model.endedMs;
}

function placeOf(resourceId: string, date: string, bookingId: string, start: string): string {
  return [resourceId, date, bookingId, start].join(' ');
}
