/** Query parameters that public pages look at; everything else is dropped at the edge. */
const ALLOWED = [
  'availableOn',
  'category',
  'cursor',
  'date',
  'day',
  'limit',
  'maxDuration',
  'maxPrice',
  'minPrice',
  'minRating',
  'month',
  'near',
  'q',
  'radiusKm',
  'rating',
  'seats',
  'sort',
  'start',
  'step',
  'timeZone',
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
