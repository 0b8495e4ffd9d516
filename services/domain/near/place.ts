import type { Place } from '../search';

/** Where the viewer-router tells the fragment the visitor's rounded place, `52.5,13.4`. */
export const NEAR_PLACE_HEADER = 'x-near-place';

/** Path of the fragment about a visitor's surroundings. */
export const NEAR_PATH = '/edge/near-you';

/** Tenths of a degree: about 11 km, so that a city shares a handful of answers. */
const TENTHS = 10;

const TEXT = /^(-?\d{1,2}\.\d),(-?\d{1,3}\.\d)$/;

/** A place rounded to what a cache key may know of it; `undefined` when it is none. */
export function roundedPlace(
  latitude: string | undefined,
  longitude: string | undefined,
): string | undefined {
  if (!latitude || !longitude) return undefined;
  const lat = Number(latitude);
  const lon = Number(longitude);
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return undefined;
  return `${tenths(lat)},${tenths(lon)}`;
}

function tenths(degrees: number): string {
  // Adding zero turns -0 into 0: one place has one spelling.
  return (Math.round(degrees * TENTHS) / TENTHS + 0).toFixed(1);
}

/** Reads a rounded place back. */
export function parseRoundedPlace(text: string | undefined): Place | undefined {
  const match = TEXT.exec(text ?? '');
  if (match === null) return undefined;
  const place = { lat: Number(match[1]), lon: Number(match[2]) };
  return Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? place : undefined;
}
