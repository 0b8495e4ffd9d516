const KM_PER_MILE = 1.609344;
const LENGTHS = [0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

export interface Ring {
  /** Length in the unit that is shown. */
  length: number;
  unit: 'km' | 'mi';
  radiusPx: number;
}

/** Up to three round distances that are easy to tell apart on the screen. */
export function ringsFor(pxPerKm: number, unit: 'km' | 'mi', largestPx: number): Ring[] {
  const pxPerUnit = unit === 'km' ? pxPerKm : pxPerKm * KM_PER_MILE;
  return LENGTHS.map((length) => ({ length, unit, radiusPx: length * pxPerUnit }))
    .filter(({ radiusPx }) => radiusPx >= 70 && radiusPx <= largestPx)
    .slice(0, 3);
}
