import type { Anomaly } from '../anomaly';
import { grouped, type Model } from '../model';
import { certainPresences, overlap, type Presence } from '../presence';

/** No resource is taken twice at any instant, and no session has more seats than there are. */
export function checkOccupancy(model: Model): Anomaly[] {
  const byProvider = grouped(certainPresences(model), ({ providerId }) => providerId);
  return [...byProvider.values()].flatMap((presences) => anomaliesAmong(model, presences));
}

function anomaliesAmong(model: Model, presences: readonly Presence[]): Anomaly[] {
  const found = new Map<string, Anomaly>();
  for (const one of presences) {
    for (const atMs of presences.map(({ sinceMs }) => sinceMs)) {
      if (atMs < one.sinceMs || atMs >= one.endMs) continue;
      const anomaly = anomalyAt(model, presences, one, atMs);
      if (anomaly) found.set(anomaly.message, anomaly);
    }
  }
  return [...found.values()];
}

/** Looks at everything that was there at an instant and touches the moment in which `one` begins. */
function anomalyAt(
  model: Model,
  presences: readonly Presence[],
  one: Presence,
  atMs: number,
): Anomaly | undefined {
  const point = { fromMs: one.fromMs, untilMs: one.fromMs + 1 };
  const there = presences.filter(
    (other) => other.sinceMs <= atMs && atMs < other.endMs && overlap(point, other),
  );
  const sessions = grouped(distinct(there), (presence) => sessionOf(model, presence));
  const service = model.services.get(one.serviceId);
  const resources = service?.resourceIds.length ?? 1;
  if (sessions.size > resources) {
    return { kind: 'double-booking', message: `Live at once: ${listed(there)}` };
  }
  for (const session of sessions.values()) {
    const [{ serviceId } = one] = session;
    const seats = session.reduce((sum, presence) => sum + presence.seats, 0);
    const capacity = (model.services.get(serviceId)?.capacity ?? 1) * resources;
    if (seats > capacity) {
      return { kind: 'oversold', message: `${seats} of ${capacity} seats: ${listed(session)}` };
    }
  }
  return undefined;
}

/** Bookings of a service with several seats share a session; others are one of their own. */
function sessionOf({ services }: Model, { bookingId, serviceId, start }: Presence): string {
  return (services.get(serviceId)?.capacity ?? 1) > 1 ? `${serviceId} ${start}` : bookingId;
}

function distinct(presences: readonly Presence[]): Presence[] {
  return [...new Map(presences.map((presence) => [presence.bookingId, presence])).values()];
}

function listed(presences: readonly Presence[]): string {
  return distinct(presences)
    .map(({ bookingId, serviceId, start }) => `${bookingId} (${serviceId} at ${start})`)
    .sort()
    .join(', ');
}
