import { boundingBox, distanceKm, isInBox, type Place } from '../search';
import type { NearProvider, NearService, NearSnapshot } from './snapshot';

const MINUTE_MS = 60_000;

export interface Neighbour {
  provider: NearProvider;
  distanceKm: number;
}

/** The providers of a snapshot around a place, the closest first; ties go to the smaller slug. */
export function nearestProviders(
  { providers }: NearSnapshot,
  { place, radiusKm, limit }: { place: Place; radiusKm: number; limit: number },
): Neighbour[] {
  const box = boundingBox(place, radiusKm);
  return Object.values(providers)
    .filter((provider) => isInBox(provider, box))
    .map((provider) => ({ provider, distanceKm: distanceKm(place, provider) }))
    .filter((neighbour) => neighbour.distanceKm <= radiusKm)
    .sort((a, b) => a.distanceKm - b.distanceKm || (a.provider.slug < b.provider.slug ? -1 : 1))
    .slice(0, limit);
}

/** The first start that may still be booked, in epoch milliseconds. */
export function nextStartMs({ startsMs, minNoticeMin }: NearService, nowMs: number): number | null {
  const earliestMs = nowMs + minNoticeMin * MINUTE_MS;
  return startsMs.find((startMs) => startMs >= earliestMs) ?? null;
}
