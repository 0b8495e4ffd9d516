import { type SliceReport, VITALS_LIMITS } from '@marketplace/services/domain/vitals';

export type ReleaseName = Pick<SliceReport, 'slice' | 'release'>;
export type Vital = 'lcpMs' | 'inpMs' | 'cls';

/**
 * Gathers what this page saw of each release until it is sent. Page-wide vitals belong to the
 * releases that the page was opened with.
 */
export function createCollector(
  opened: readonly ReleaseName[],
  send: (report: SliceReport) => void,
) {
  const pending = new Map<string, SliceReport>();
  const reportOf = ({ slice, release }: ReleaseName): SliceReport => {
    const key = `${slice} ${release}`;
    const known = pending.get(key) ?? { slice, release, views: 0, errors: 0 };
    pending.set(key, known);
    return known;
  };
  return {
    viewed(name: ReleaseName): void {
      reportOf(name).views = 1;
    },
    failed(name: ReleaseName): void {
      const report = reportOf(name);
      report.errors = Math.min(report.errors + 1, VITALS_LIMITS.errors);
    },
    measured(vital: Vital, value: number): void {
      const limit = vital === 'cls' ? VITALS_LIMITS.cls : VITALS_LIMITS.ms;
      for (const name of opened) reportOf(name)[vital] = Math.min(value, limit);
    },
    flush(): void {
      for (const report of pending.values()) send(report);
      pending.clear();
    },
  };
}

const RELEASE_FILE = /\/_mf\/(mf-[a-z-]+)\/([A-Za-z0-9._-]+)\//;

/** The release whose file a script's name or stack points at. */
export function releaseIn(text: string): { slice: string; release: string } | undefined {
  const [, slice, release] = RELEASE_FILE.exec(text) ?? [];
  return slice && release ? { slice, release } : undefined;
}
