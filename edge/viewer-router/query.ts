/** Query parameters that pages and public reads look at; everything else is dropped at the edge. */
const ALLOWED = [
  'availableOn',
  'bbox',
  'category',
  'cursor',
  'date',
  'day',
  'from',
  'ids',
  'lat',
  'limit',
  'lng',
  'maxDuration',
  'maxPrice',
  'minPrice',
  'month',
  'near',
  'page',
  'place',
  'q',
  'radiusKm',
  'rating',
  'seats',
  'service',
  'sort',
  'start',
  'step',
  'timeZone',
  'to',
  'view',
];

export type QueryEntry = { name: string; values: string[] };

/** The query that may reach cache key and origin: allowed names only, sorted, values in their order. */
export function reduceQuery(query: QueryEntry[]): QueryEntry[] {
  return query
    .filter((entry) => ALLOWED.indexOf(entry.name) >= 0)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
}

/** Writes a reduced query back; values are kept as the viewer escaped them. */
export function formatQuery(query: QueryEntry[]): string {
  return query
    .map((entry) => entry.values.map((value) => `${entry.name}=${value}`).join('&'))
    .join('&');
}
