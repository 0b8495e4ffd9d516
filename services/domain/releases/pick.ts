import { isRelease, type ReleaseRecords, type Releases, SLICES } from './records';

/**
 * Which release of each slice a visitor gets. The viewer-router calls it for public pages and the
 * shell for protected ones, so both see the same release; a slice without a record is left out.
 */
export function pickReleases(records: ReleaseRecords, bucket: number): Releases {
  const releases: Releases = {};
  SLICES.forEach((slice) => {
    const record = records[slice];
    if (record === undefined) return;
    const canary = bucket < (record.share ?? 0) ? record.canary : undefined;
    releases[slice] = canary ?? record.live;
  });
  return releases;
}

/** The value of `x-mf-releases`: `mf-booking=a1,mf-catalog=b2`, sorted by slice. */
export function formatReleases(releases: Releases): string {
  return SLICES.filter((slice) => releases[slice] !== undefined)
    .map((slice) => `${slice}=${releases[slice]}`)
    .join(',');
}

/** Reads `x-mf-releases` back; entries that name no known slice or no sound release are dropped. */
export function parseReleases(header: string | undefined): Releases {
  const releases: Releases = {};
  (header ?? '').split(',').forEach((entry) => {
    const split = entry.indexOf('=');
    const slice = SLICES.find((name) => name === entry.slice(0, split).trim());
    const release = entry.slice(split + 1).trim();
    if (slice !== undefined && isRelease(release)) releases[slice] = release;
  });
  return releases;
}
