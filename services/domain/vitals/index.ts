import type { SliceName } from '../releases';

/** What one browser saw of one release of a slice since its last report. Nothing in it tells who. */
export interface SliceReport {
  slice: SliceName;
  release: string;
  /** 1 when the slice came into view since the last report. */
  views: 0 | 1;
  /** Failures that a person could notice: code that did not come, or threw. */
  errors: number;
  /** Largest Contentful Paint. */
  lcpMs?: number | undefined;
  /** Interaction to Next Paint. */
  inpMs?: number | undefined;
  /** Cumulative Layout Shift, without a unit. */
  cls?: number | undefined;
}

/** The service of each slice takes the reports about it. */
export const VITALS_PATHS = {
  'mf-booking': '/api/booking/vitals',
  'mf-catalog': '/api/catalog/vitals',
  'mf-provider-portal': '/api/provider/vitals',
} as const satisfies Record<SliceName, string>;

/** Largest values that are believed; a browser cuts its own off, the service refuses more. */
export const VITALS_LIMITS = { errors: 20, ms: 120_000, cls: 100 } as const;
