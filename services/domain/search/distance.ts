export interface Place {
  lat: number;
  lon: number;
}

const EARTH_RADIUS_KM = 6371.0088;
const KM_PER_LATITUDE_DEGREE = 110.574;

/** Great-circle distance in kilometres (haversine, mean Earth radius). */
export function distanceKm(from: Place, to: Place): number {
  const latDelta = radians(to.lat - from.lat);
  const lonDelta = radians(to.lon - from.lon);
  const chord =
    Math.sin(latDelta / 2) ** 2 +
    Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(lonDelta / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

export interface BoundingBox {
  minLat: number;
  maxLat: number;
  /** Half the width in degrees of longitude. */
  lonReach: number;
  centre: Place;
}

/** A box that surely contains the circle: a cheap filter before the exact distance. */
export function boundingBox(centre: Place, radiusKm: number): BoundingBox {
  const latReach = radiusKm / KM_PER_LATITUDE_DEGREE;
  const widestLat = Math.min(89.9, Math.abs(centre.lat) + latReach);
  return {
    minLat: centre.lat - latReach,
    maxLat: centre.lat + latReach,
    lonReach: Math.min(180, latReach / Math.cos(radians(widestLat))),
    centre,
  };
}

/** Whether a place may be within the circle a box was made for; right across the date line too. */
export function isInBox(place: Place, box: BoundingBox): boolean {
  return (
    place.lat >= box.minLat &&
    place.lat <= box.maxLat &&
    lonDistance(place.lon, box.centre.lon) <= box.lonReach
  );
}

function lonDistance(a: number, b: number): number {
  const apart = Math.abs(a - b) % 360;
  return apart > 180 ? 360 - apart : apart;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
