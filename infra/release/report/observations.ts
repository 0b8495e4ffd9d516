import type { SliceName } from '@marketplace/kit/slice';

/** What browsers reported of one release in the last hour. */
export interface ReleaseObservation {
  /** Share of the views with an error that a person could notice, 0–1. */
  errorShare: number;
  /** Largest Contentful Paint that three quarters of the views stayed below; absent with too few. */
  p75LcpMs?: number;
}

/** Looks a release's observations up; undefined while nobody has reported any. */
export type Observe = (
  slice: SliceName,
  release: string,
) => Promise<ReleaseObservation | undefined>;

const PERCENT = 100;

export function errorsInWords(observation: ReleaseObservation | undefined): string {
  return observation ? `${(observation.errorShare * PERCENT).toFixed(1)}%` : '–';
}

export function p75InWords({ p75LcpMs }: Partial<ReleaseObservation> = {}): string {
  return p75LcpMs === undefined ? '–' : `${(p75LcpMs / 1_000).toFixed(1)} s`;
}
