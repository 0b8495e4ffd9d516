import { numberFormat } from '@marketplace/kit/ui/formats';

const KM_PER_MILE = 1.609344;
export const METRES_STEP = 50;

/** Metres to the next fifty below a kilometre, one decimal below ten, whole units above. */
export function formatDistance(distanceKm: number, unit: 'km' | 'mi', locale: string): string {
  if (unit === 'mi') return formatLength(Math.max(0.1, distanceKm / KM_PER_MILE), 'mi', locale);
  const metres = Math.max(METRES_STEP, Math.round((distanceKm * 1000) / METRES_STEP) * METRES_STEP);
  return metres < 1000
    ? inUnit(metres, 'meter', 0, locale)
    : formatLength(Math.round(distanceKm * 10) / 10, 'km', locale);
}

/** A length in its unit: "5 km", "0.3 mi". */
export function formatLength(length: number, unit: 'km' | 'mi', locale: string): string {
  const decimals = length < 10 ? 1 : 0;
  return inUnit(length, unit === 'km' ? 'kilometer' : 'mile', length < 1 ? 2 : decimals, locale);
}

function inUnit(
  value: number,
  unit: string,
  maximumFractionDigits: number,
  locale: string,
): string {
  return numberFormat(locale, { style: 'unit', unit, maximumFractionDigits }).format(value);
}
