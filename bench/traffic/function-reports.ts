import { readFileSync } from 'node:fs';

/** One invocation, as Lambda reports it. */
export interface FunctionReport {
  /** The name of its bundle. */
  name: string;
  ms: number;
}

const REPORT =
  / marketplace-local-(?<name>[\w-]+) REPORT RequestId: \S+ Duration: (?<ms>[\d.]+) ms$/gm;
/** What runs by the clock, whoever is there. */
const BY_THE_CLOCK = ['sweeper', 'reconciler'];

/** The invocations that the log of a local cloud tells of, without those by the clock. */
export function reportsIn(log: string): FunctionReport[] {
  return [...log.matchAll(REPORT)]
    .map(({ groups }) => ({ name: groups?.name ?? '', ms: Number(groups?.ms) }))
    .filter(({ name }) => !BY_THE_CLOCK.includes(name));
}

/** Follows the log file of a local cloud. */
export function followReports(file: string) {
  let taken = 0;
  const since = () => reportsIn(readFileSync(file, 'utf8')).slice(taken);
  return {
    /** Invocations since the last time they were taken. */
    waiting: () => since().length,
    take(): FunctionReport[] {
      const reports = since();
      taken += reports.length;
      return reports;
    },
  };
}

export type Reports = ReturnType<typeof followReports>;
