/** One metric: its name and every dimension, as CloudWatch tells metrics apart. */
export interface MetricIdentity {
  namespace: string;
  name: string;
  dimensions: Record<string, string>;
}

interface Sample {
  atMs: number;
  value: number;
}

const KEPT_MS = 24 * 3_600_000;
const SAMPLES_KEPT = 50_000;

/** Every value of every metric of the last day, in memory. */
export class MetricStore {
  private readonly series = new Map<string, { identity: MetricIdentity; samples: Sample[] }>();

  add(identity: MetricIdentity, values: readonly number[], atMs: number): void {
    const key = keyOf(identity);
    const known = this.series.get(key) ?? { identity, samples: [] };
    known.samples.push(...values.map((value) => ({ atMs, value })));
    const outdated = known.samples.findIndex((sample) => sample.atMs > atMs - KEPT_MS);
    known.samples.splice(0, Math.max(outdated, known.samples.length - SAMPLES_KEPT, 0));
    this.series.set(key, known);
  }

  /** Values from `fromMs` (included) to `toMs` (not included). */
  values(identity: MetricIdentity, fromMs: number, toMs: number): number[] {
    return (this.series.get(keyOf(identity))?.samples ?? [])
      .filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
      .map(({ value }) => value);
  }

  /** Every metric that was ever seen, by name. */
  list(): MetricIdentity[] {
    return [...this.series.values()].map(({ identity }) => identity);
  }
}

function keyOf({ namespace, name, dimensions }: MetricIdentity): string {
  return JSON.stringify([namespace, name, ...Object.entries(dimensions).sort()]);
}
