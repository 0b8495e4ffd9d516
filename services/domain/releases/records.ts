/** The slices whose releases are looked up for every page, in the order of `x-mf-releases`. */
export const SLICES = ['mf-booking', 'mf-catalog', 'mf-provider-portal'] as const;

export type SliceName = (typeof SLICES)[number];

/** A slice's entry in the KeyValueStore under `slice/<name>`. */
export interface ReleaseRecord {
  live: string;
  canary?: string;
  /** Buckets below this number get the canary, 0–100. */
  share?: number;
}

export type ReleaseRecords = Partial<Record<SliceName, ReleaseRecord>>;
export type Releases = Partial<Record<SliceName, string>>;

const RELEASE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The KeyValueStore key of a slice's release record. */
export function recordKey(slice: SliceName): string {
  return `slice/${slice}`;
}

/** Path, on the public origin, of the file that the browser loads first of a release. */
export function browserEntryPath(slice: SliceName, release: string): string {
  return `/_mf/${slice}/${release}/static/chunks/remoteEntry.js`;
}

/** Reads a stored record; anything malformed counts as absent, so that a bad write fails visibly. */
export function parseReleaseRecord(text: string): ReleaseRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (_error) {
    return undefined;
  }
  return isReleaseRecord(value) ? value : undefined;
}

function isReleaseRecord(value: unknown): value is ReleaseRecord {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  if (!isRelease(record.live)) return false;
  if (record.canary !== undefined && !isRelease(record.canary)) return false;
  const share = record.share;
  return share === undefined || (typeof share === 'number' && share >= 0 && share <= 100);
}

/** Whether a value can name a release: it becomes part of paths and of a header. */
export function isRelease(value: unknown): value is string {
  return typeof value === 'string' && RELEASE.test(value);
}
