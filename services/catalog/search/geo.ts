import { boundingBox, distanceKm, isInBox, type Place } from '../../domain/search';

/** Whether a place is within the radius: the box refuses most before the exact distance. */
export function withinKm(centre: Place, radiusKm: number): (place: Place) => boolean {
  const box = boundingBox(centre, radiusKm);
  return (place) => isInBox(place, box) && distanceKm(centre, place) <= radiusKm;
}

/** Reads `lat,lng` as the contract has already validated it. */
export function parseNear(near: string): Place {
  const [lat = 0, lon = 0] = near.split(',').map(Number);
  return { lat, lon };
}
